//! Main only watches; a third person is already inside.

use loom::sync::Arc;
use loom::thread;

pub trait Counter: Send + Sync + 'static {
    fn new() -> Self;
    fn increment(&self);
    fn decrement(&self) -> bool;
    fn get(&self) -> u32;
}

pub fn counter_test<C: Counter>() {
    loom::model(|| {
        let people = Arc::new(C::new());
        people.increment();
        let doors: Vec<_> = (0..2)
            .map(|_| {
                let people = people.clone();
                thread::spawn(move || people.increment())
            })
            .collect();
        for door in doors {
            door.join().unwrap();
        }
        assert_eq!(people.get(), 3);
    });
    loom::model(|| {
        let people = Arc::new(C::new());
        people.increment();
        let doors: Vec<_> = (0..2)
            .map(|_| {
                let people = people.clone();
                thread::spawn(move || people.decrement())
            })
            .collect();
        let left = doors.into_iter().map(|door| door.join().unwrap());
        assert_eq!(left.filter(|left| *left).count(), 1);
        assert_eq!(people.get(), 0);
    });
}
