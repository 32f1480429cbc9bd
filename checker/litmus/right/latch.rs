//@ verdict: solved
//! Count under the lock, notify all when it comes to zero, wait in a loop.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Condvar, Mutex};
use std::thread;

struct Latch {
    count: Mutex<usize>,
    zero: Condvar,
}

impl Latch {
    fn count_down(&self) {
        let mut count = self.count.lock().unwrap();
        *count -= 1;
        if *count == 0 {
            self.zero.notify_all();
        }
    }

    fn wait(&self) {
        let mut count = self.count.lock().unwrap();
        while *count > 0 {
            count = self.zero.wait(count).unwrap();
        }
    }
}

#[test]
fn two_wait_for_two() {
    let latch = Latch { count: Mutex::new(2), zero: Condvar::new() };
    let work = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                work.fetch_add(1, Relaxed);
                latch.count_down();
            });
        }
        s.spawn(|| {
            latch.wait();
            assert_eq!(work.load(Relaxed), 2);
        });
        latch.wait();
        assert_eq!(work.load(Relaxed), 2);
    });
}
