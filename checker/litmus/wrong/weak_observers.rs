//@ verdict: deadlock
//! The observer unsubscribes while it is told: the list is locked already.

use std::sync::Arc;
use std::sync::Mutex;

type Callback = Box<dyn Fn(&Bus) + Send + Sync>;

#[derive(Default)]
struct Bus {
    observers: Mutex<Vec<Callback>>,
}

impl Bus {
    fn publish(&self) {
        for observer in self.observers.lock().unwrap().iter() {
            observer(self);
        }
    }
}

#[test]
fn an_observer_leaves() {
    let bus = Arc::new(Bus::default());
    bus.observers.lock().unwrap().push(Box::new(|bus| bus.observers.lock().unwrap().clear()));
    let theirs = bus.clone();
    std::thread::spawn(move || theirs.publish()).join().unwrap();
    assert!(bus.observers.lock().unwrap().is_empty());
}
