//@ verdict: deadlock
//! The first sender is never dropped, so the iterator waits for ever.

use std::sync::mpsc;
use std::thread;

#[test]
fn all_messages_come() {
    let (tx, rx) = mpsc::channel();
    for id in 0..2 {
        let tx = tx.clone();
        thread::spawn(move || {
            for n in 0..2 {
                tx.send((id, n)).unwrap();
            }
        });
    }
    let got: Vec<(u32, u32)> = rx.iter().collect();
    assert_eq!(got.len(), 4);
    drop(tx);
}
