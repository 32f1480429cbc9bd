//! One total behind one lock, for each number.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn setup() -> Vec<u64> {
    (0..1_000_000).collect()
}

pub fn run(numbers: &[u64]) -> u64 {
    let total = Mutex::new(0_u64);
    numbers.par_iter().for_each(|&n| *total.lock().unwrap() += n ^ 0x55);
    total.into_inner().unwrap()
}

pub fn serial(numbers: &[u64]) -> u64 {
    numbers.iter().map(|&n| n ^ 0x55).sum()
}
