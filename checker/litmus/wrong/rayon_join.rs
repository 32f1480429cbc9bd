//@ verdict: deadlock
//! The two sides of `join` run one after the other where no other thread of the
//! pool is free: the first must not wait for the second.

use rayon::ThreadPoolBuilder;
use std::sync::mpsc::channel;

#[test]
fn one_side_waits_for_the_other() {
    let pool = ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let (tx, rx) = channel();
    let (got, ()) =
        pool.install(|| rayon::join(move || rx.recv().unwrap(), move || tx.send(1).unwrap()));
    assert_eq!(got, 1);
}
