//@ verdict: lost wakeup
//! The barrier counts and never forgets which round it is in: a fast thread can
//! enter the second round and reset the count before a slow one has looked.

use parking_lot::{Condvar, Mutex};
use std::thread;

struct Barrier {
    count: Mutex<usize>,
    full: Condvar,
}

impl Barrier {
    fn wait(&self) {
        let mut count = self.count.lock();
        *count += 1;
        if *count == 2 {
            self.full.notify_all();
        }
        while *count < 2 {
            self.full.wait(&mut count);
        }
        if *count == 2 {
            // Ready for the next round.
            *count = 0;
        }
    }
}

#[test]
fn two_rounds() {
    let barrier = Barrier { count: Mutex::new(0), full: Condvar::new() };
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                barrier.wait();
                barrier.wait();
            });
        }
    });
}
