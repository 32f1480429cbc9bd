//! A sum of something that takes a moment to compute.

use rayon::prelude::*;

fn value(n: u64) -> u64 {
    (0..40).fold(n, |x, _| x.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(7) ^ n)
}

pub fn setup() -> Vec<u64> {
    (0..1_000_000).collect()
}

pub fn run(numbers: &[u64]) -> u64 {
    numbers.par_iter().map(|&n| value(n) >> 32).sum()
}

pub fn serial(numbers: &[u64]) -> u64 {
    numbers.iter().map(|&n| value(n) >> 32).sum()
}
