//@ verdict: deadlock
//! Waiting for *one more* event than now: an event that came before is missed.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct EventCount {
    count: Mutex<u64>,
    changed: Condvar,
}

impl EventCount {
    fn signal(&self) {
        *self.count.lock().unwrap() += 1;
        self.changed.notify_all();
    }

    fn wait_for_next(&self) {
        let count = self.count.lock().unwrap();
        let now = *count;
        drop(self.changed.wait_while(count, |count| *count == now).unwrap());
    }
}

#[test]
fn both_events_are_seen() {
    let events = Arc::new(EventCount::default());
    let theirs = events.clone();
    let signaller = thread::spawn(move || {
        theirs.signal();
        theirs.signal();
    });
    events.wait_for_next();
    events.wait_for_next();
    signaller.join().unwrap();
}
