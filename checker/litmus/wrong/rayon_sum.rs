//@ verdict: lost update
//! `for_each` runs on several threads: a load and a store lose updates there too.

use rayon::prelude::*;
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};

fn main() {
    let numbers = vec![3, 1, 2];
    let sum = AtomicI32::new(0);
    numbers.par_iter().for_each(|n| sum.store(sum.load(SeqCst) + n * n, SeqCst));
    assert_eq!(sum.into_inner(), 14);
}
