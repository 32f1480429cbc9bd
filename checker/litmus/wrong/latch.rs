//@ verdict: lost wakeup
//! Two threads wait for the latch and one is notified.

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
            self.zero.notify_one();
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
fn two_wait_for_one() {
    let latch = Latch { count: Mutex::new(1), zero: Condvar::new() };
    thread::scope(|s| {
        s.spawn(|| latch.count_down());
        s.spawn(|| latch.wait());
        latch.wait();
    });
}
