//@ verdict: panic
//! The receiver leaves after the first message: the producer's next `unwrap`
//! can panic.

use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    let producer = thread::spawn(move || {
        for i in 0..2 {
            tx.send(i).unwrap();
        }
    });
    assert_eq!(rx.recv(), Ok(0));
    drop(rx);
    producer.join().unwrap();
}
