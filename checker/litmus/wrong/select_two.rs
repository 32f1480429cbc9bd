//@ verdict: panic
//! If several channels are ready `select!` takes any of them: the stop can
//! overtake the work.

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
                recv(work) -> message => sum += message.unwrap(),
                recv(stop) -> _ => return sum,
            }
        }
    });
    work_tx.send(1).unwrap();
    work_tx.send(2).unwrap();
    stop_tx.send(()).unwrap();
    assert_eq!(worker.join().unwrap(), 3);
}
