//@ verdict: panic
//! That nothing came in time does not say that nothing comes.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

fn main() {
    let (tx, rx) = channel();
    let t = thread::spawn(move || {
        for i in 0..2 {
            thread::sleep(Duration::from_millis(5));
            tx.send(i).unwrap();
        }
    });
    let mut got = vec![];
    while let Ok(x) = rx.recv_timeout(Duration::from_millis(100)) {
        got.push(x);
    }
    t.join().unwrap();
    assert_eq!(got, [0, 1]);
}
