//@ verdict: solved
//! A `Weak` gives the observer back while it lives, and nothing after.

use std::sync::{Arc, Mutex, Weak};
use std::thread;

#[derive(Default)]
struct Bus {
    observers: Mutex<Vec<Weak<Mutex<u32>>>>,
}

#[test]
fn the_dead_are_not_told() {
    let bus = Arc::new(Bus::default());
    let observer = Arc::new(Mutex::new(0));
    bus.observers.lock().unwrap().push(Arc::downgrade(&observer));
    let theirs = bus.clone();
    let publisher = thread::spawn(move || {
        let observers = theirs.observers.lock().unwrap();
        for observer in observers.iter().filter_map(Weak::upgrade) {
            *observer.lock().unwrap() += 1;
        }
    });
    assert!(*observer.lock().unwrap() <= 1);
    drop(observer);
    publisher.join().unwrap();
    assert!(bus.observers.lock().unwrap()[0].upgrade().is_none());
}
