//@ verdict: panic
//! Messages of two senders come in any order.

use std::sync::mpsc::channel;
use std::thread;

#[test]
fn the_first_to_be_spawned_comes_first() {
    let (tx, rx) = channel();
    let tx2 = tx.clone();
    thread::spawn(move || tx.send("first").unwrap());
    thread::spawn(move || tx2.send("second").unwrap());
    assert_eq!(rx.recv(), Ok("first"));
    assert_eq!(rx.recv(), Ok("second"));
}
