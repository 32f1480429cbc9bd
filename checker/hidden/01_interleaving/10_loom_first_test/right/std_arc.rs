//! std's `Arc` holds no data of its own that threads race for.

use loom::thread;
use std::sync::Arc;

pub trait Counter: Send + Sync + 'static {
    fn new() -> Self;
    fn increment(&self);
    fn decrement(&self) -> bool;
    fn get(&self) -> u32;
}

fn both<R: Send + 'static>(
    people: &Arc<impl Counter>,
    act: impl Fn(&dyn Fn() -> bool, &dyn Fn()) -> R + Copy + Send + 'static,
) -> [R; 2] {
    let theirs = Arc::clone(people);
    let there = thread::spawn(move || act(&|| theirs.decrement(), &|| theirs.increment()));
    let here = act(&|| people.decrement(), &|| people.increment());
    [here, there.join().expect("the other door works")]
}

pub fn counter_test<C: Counter>() {
    loom::model(|| {
        let people = Arc::new(C::new());
        both(&people, |_, enter| enter());
        if people.get() != 2 {
            panic!("{} people, but two entered", people.get());
        }
        people.decrement();
        let left = both(&people, |leave, _| leave());
        assert!(left == [true, false] || left == [false, true], "{left:?}");
        assert_eq!(people.get(), 0);
    });
}
