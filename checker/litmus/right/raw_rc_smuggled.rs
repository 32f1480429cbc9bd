//@ verdict: solved
//! The whole family of handles moves to the other thread and is dropped there
//! before `join`: at no time do two threads count.
use std::rc::Rc;
use std::thread;

struct Family(Rc<String>, Rc<String>);
unsafe impl Send for Family {}

impl Family {
    fn len(self) -> usize {
        let Self(first, second) = self;
        drop(first);
        second.len()
    }
}

#[test]
fn the_family_moves_together() {
    let first = Rc::new("legal".to_owned());
    let family = Family(Rc::clone(&first), first);
    let t = thread::spawn(move || family.len());
    assert_eq!(t.join().unwrap(), 5);
}
