//@ verdict: solved
//! One program on all four crates: a bounded channel into a parking_lot mutex, a
//! parallel sum under a read lock, and a std barrier at the end.

use crossbeam::channel;
use parking_lot::{Mutex, RwLock};
use rayon::prelude::*;
use std::sync::{Arc, Barrier};
use std::thread;

#[test]
fn they_work_together() {
    let (tx, rx) = channel::bounded(1);
    let total = Arc::new(Mutex::new(0));
    let numbers = RwLock::new(vec![1, 2]);
    let barrier = Arc::new(Barrier::new(2));

    let consumer = {
        let (total, barrier) = (Arc::clone(&total), Arc::clone(&barrier));
        thread::spawn(move || {
            for number in rx {
                *total.lock() += number;
            }
            barrier.wait();
        })
    };
    let sum: i32 = numbers.read().par_iter().sum();
    for number in numbers.into_inner() {
        tx.send(number).unwrap();
    }
    drop(tx);
    barrier.wait();
    assert_eq!(*total.lock(), sum);
    consumer.join().unwrap();
}
