//@ verdict: deadlock
//! Two threads send each other two messages before they receive: with room for
//! one, both wait for room.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

fn exchange(tx: SyncSender<u8>, rx: Receiver<u8>) {
    tx.send(1).unwrap();
    tx.send(2).unwrap();
    assert_eq!(rx.recv().unwrap() + rx.recv().unwrap(), 3);
}

fn main() {
    let (tx1, rx1) = sync_channel(1);
    let (tx2, rx2) = sync_channel(1);
    let other = thread::spawn(move || exchange(tx1, rx2));
    exchange(tx2, rx1);
    other.join().unwrap();
}
