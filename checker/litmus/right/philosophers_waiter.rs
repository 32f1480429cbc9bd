//@ verdict: solved
//! A waiter lets at most two of three sit down; then one of them gets both
//! forks.

use parking_lot::{Condvar, Mutex};
use std::thread;

struct Table {
    seated: Mutex<usize>,
    left: Condvar,
    forks: [Mutex<()>; 3],
}

impl Table {
    fn dine(&self, i: usize) {
        let mut seated = self.seated.lock();
        self.left.wait_while(&mut seated, |seated| *seated == 2);
        *seated += 1;
        drop(seated);
        {
            let _left = self.forks[i].lock();
            let _right = self.forks[(i + 1) % 3].lock();
        }
        *self.seated.lock() -= 1;
        self.left.notify_one();
    }
}

fn main() {
    let table = Table { seated: Mutex::new(0), left: Condvar::new(), forks: Default::default() };
    thread::scope(|s| {
        for i in 0..3 {
            let table = &table;
            s.spawn(move || table.dine(i));
        }
    });
}
