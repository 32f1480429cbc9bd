//@ verdict: solved
//! `select!` takes whichever is ready and both are taken in the end; a closed
//! channel is ready too, with an error.

use crossbeam::channel::{bounded, select, unbounded};
use std::thread;

#[test]
fn work_and_stop() {
    let (work_tx, work) = unbounded();
    let (stop_tx, stop) = bounded::<()>(1);
    let worker = thread::spawn(move || {
        let mut sum = 0;
        loop {
            select! {
                recv(work) -> message => match message {
                    Ok(n) => sum += n,
                    Err(_) => return sum,
                },
                recv(stop) -> _ => return sum,
            }
        }
    });
    work_tx.send(1).unwrap();
    work_tx.send(2).unwrap();
    drop(work_tx);
    let sum = worker.join().unwrap();
    drop(stop_tx);
    assert_eq!(sum, 3);
}
