//@ verdict: panic
//! The same, but main looks before the consumer is done.

use crossbeam::channel;
use parking_lot::{Mutex, RwLock};
use rayon::prelude::*;
use std::sync::Arc;
use std::thread;

#[test]
fn they_work_together() {
    let (tx, rx) = channel::bounded(1);
    let total = Arc::new(Mutex::new(0));
    let numbers = RwLock::new(vec![1, 2]);

    let consumer = {
        let total = Arc::clone(&total);
        thread::spawn(move || {
            for number in rx {
                *total.lock() += number;
            }
        })
    };
    let sum: i32 = numbers.read().par_iter().sum();
    for number in numbers.into_inner() {
        tx.send(number).unwrap();
    }
    drop(tx);
    assert_eq!(*total.lock(), sum);
    consumer.join().unwrap();
}
