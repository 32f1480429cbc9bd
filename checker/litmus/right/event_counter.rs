//@ verdict: solved
//! Who waits names the count that it has seen: no event is missed, and two that
//! come at once are seen as one change.

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

    fn wait_past(&self, seen: u64) -> u64 {
        let count = self.count.lock().unwrap();
        *self.changed.wait_while(count, |count| *count <= seen).unwrap()
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
    let mut seen = 0;
    while seen < 2 {
        seen = events.wait_past(seen);
    }
    signaller.join().unwrap();
}
