//@ verdict: solved
//! With capacity 0 a send returns when the message is taken: what the receiver
//! did before `recv` has happened.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::sync_channel;
use std::thread;

#[test]
fn the_sender_waits_for_the_receiver() {
    static PREPARED: AtomicBool = AtomicBool::new(false);
    let (tx, rx) = sync_channel(0);
    let receiver = thread::spawn(move || {
        PREPARED.store(true, Relaxed);
        rx.recv().unwrap()
    });
    tx.send(7).unwrap();
    assert!(PREPARED.load(Relaxed));
    assert_eq!(receiver.join().unwrap(), 7);
}
