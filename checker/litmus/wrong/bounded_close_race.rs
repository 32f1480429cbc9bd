//@ verdict: panic
//! "Closed" is looked at before the lock is taken, not under it.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

#[derive(Default)]
struct Queue {
    items: Mutex<VecDeque<u32>>,
    closed: AtomicBool,
}
impl Queue {
    fn push(&self, x: u32) -> bool {
        if self.closed.load(SeqCst) {
            return false;
        }
        self.items.lock().unwrap().push_back(x);
        true
    }
    fn close(&self) -> Vec<u32> {
        self.closed.store(true, SeqCst);
        self.items.lock().unwrap().drain(..).collect()
    }
}

#[test]
fn accepted_is_delivered() {
    let q = Queue::default();
    thread::scope(|s| {
        let p = s.spawn(|| q.push(1));
        let rest = q.close();
        assert_eq!(p.join().unwrap(), rest.len() == 1);
    });
}
