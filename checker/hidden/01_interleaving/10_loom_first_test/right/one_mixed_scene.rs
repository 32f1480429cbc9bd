//! Somebody enters while two try to leave: the sums must agree.

use loom::sync::Arc;
use loom::thread;

pub trait Counter: Send + Sync + 'static {
    fn new() -> Self;
    fn increment(&self);
    fn decrement(&self) -> bool;
    fn get(&self) -> u32;
}

pub fn counter_test<C: Counter>() {
    // Two leave, one is inside.
    mixed::<C>(1, 0, 2);
    // Two enter, nobody leaves.
    mixed::<C>(0, 2, 0);
    // One enters, one leaves.
    mixed::<C>(1, 1, 1);
}

fn mixed<C: Counter>(inside: u32, enter: u32, leave: u32) {
    loom::model(move || {
        let people = Arc::new(C::new());
        (0..inside).for_each(|_| people.increment());
        let mut doors = Vec::new();
        for _ in 0..enter {
            let people = people.clone();
            doors.push(thread::spawn(move || {
                people.increment();
                1_i64
            }));
        }
        for _ in 0..leave {
            let people = people.clone();
            doors.push(thread::spawn(move || -i64::from(people.decrement())));
        }
        let change: i64 = doors.into_iter().map(|door| door.join().unwrap()).sum();
        assert_eq!(i64::from(people.get()), i64::from(inside) + change);
    });
}
