//@ verdict: deadlock
//! The actor asks itself and waits for its own answer.

use std::sync::mpsc::{self, Sender};
use std::thread;

enum Message {
    Add(u32),
    Get(Sender<u32>),
}

#[test]
fn adding_reports_the_total() {
    let (tx, rx) = mpsc::channel();
    let own = tx.clone();
    let actor = thread::spawn(move || {
        let mut total = 0;
        while let Ok(message) = rx.recv() {
            match message {
                Message::Add(n) => {
                    total += n;
                    let (reply, answer) = mpsc::channel();
                    own.send(Message::Get(reply)).unwrap();
                    assert_eq!(answer.recv(), Ok(total));
                }
                Message::Get(reply) => reply.send(total).unwrap(),
            }
        }
    });
    tx.send(Message::Add(1)).unwrap();
    drop(tx);
    actor.join().unwrap();
}
