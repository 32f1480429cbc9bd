//@ verdict: panic
//! With room for one message the send returns before anybody takes it.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::sync_channel;
use std::thread;

#[test]
fn the_sender_waits_for_the_receiver() {
    static PREPARED: AtomicBool = AtomicBool::new(false);
    let (tx, rx) = sync_channel(1);
    let receiver = thread::spawn(move || {
        PREPARED.store(true, SeqCst);
        rx.recv().unwrap()
    });
    tx.send(7).unwrap();
    assert!(PREPARED.load(SeqCst));
    assert_eq!(receiver.join().unwrap(), 7);
}
