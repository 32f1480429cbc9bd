//@ caught-by: mutation
//@ because: proves nothing
//! Every operation once, one after the other.

pub trait Stack: Send + Sync + 'static {
    fn new() -> Self;
    fn push(&self, pallet: u32);
    fn pop(&self) -> Option<u32>;
    fn len(&self) -> usize;
    fn move_to(&self, other: &Self) -> bool;
}

pub fn stack_test<S: Stack>() {
    loom::model(|| {
        let (north, south) = (S::new(), S::new());
        north.push(1);
        north.push(2);
        assert!(north.move_to(&south));
        assert_eq!(south.pop(), Some(2));
        assert_eq!(north.pop(), Some(1));
        assert_eq!(north.len() + south.len(), 0);
        assert_eq!(north.pop(), None);
    });
}
