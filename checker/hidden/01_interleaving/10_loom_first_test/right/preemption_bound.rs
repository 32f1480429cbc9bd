//! A bounded search with a `Builder`, three doors.

use loom::sync::Arc;
use loom::thread;

pub trait Counter: Send + Sync + 'static {
    fn new() -> Self;
    fn increment(&self);
    fn decrement(&self) -> bool;
    fn get(&self) -> u32;
}

fn explore(scene: impl Fn() + Sync + Send + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(2);
    builder.check(scene);
}

pub fn counter_test<C: Counter>() {
    explore(|| {
        let people = Arc::new(C::new());
        let enter = |people: Arc<C>| thread::spawn(move || people.increment());
        let doors = [enter(people.clone()), enter(people.clone())];
        people.increment();
        doors.into_iter().for_each(|door| door.join().unwrap());
        assert!(people.get() == 3);
    });
    explore(|| {
        let people = Arc::new(C::new());
        people.increment();
        let leave = |people: Arc<C>| thread::spawn(move || u32::from(people.decrement()));
        let doors = [leave(people.clone()), leave(people.clone())];
        let left: u32 = doors.into_iter().map(|door| door.join().unwrap()).sum();
        assert!(left == 1 && people.get() == 0);
    });
}
