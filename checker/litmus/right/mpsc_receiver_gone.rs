//@ verdict: solved
//! A send to a receiver that is gone is an error with the message in it, no
//! panic; a receive after the last sender is gone is one too, no deadlock.

use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel::<i32>();
    let producer = thread::spawn(move || {
        let mut sent = 0;
        while tx.send(sent).is_ok() {
            sent += 1;
            if sent == 3 {
                break;
            }
        }
        sent
    });
    assert_eq!(rx.recv(), Ok(0));
    drop(rx);
    assert!((1..=3).contains(&producer.join().unwrap()));

    let (tx, rx) = mpsc::channel::<i32>();
    thread::spawn(move || drop(tx));
    assert_eq!(rx.recv(), Err(mpsc::RecvError));
}
