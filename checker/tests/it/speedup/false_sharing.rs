//! Each thread counts in a counter of its own, and the counters are neighbours.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;

pub fn setup() -> Vec<u64> {
    (0..1_000_000_u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20).collect()
}

pub fn run(numbers: &[u64]) -> u64 {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let counters: Vec<AtomicU64> = (0..threads).map(|_| AtomicU64::new(0)).collect();
    thread::scope(|scope| {
        for (chunk, counter) in numbers.chunks(numbers.len().div_ceil(threads)).zip(&counters) {
            scope.spawn(move || {
                count(chunk, counter);
            });
        }
    });
    counters.iter().map(|counter| counter.load(Relaxed)).sum()
}

pub fn serial(numbers: &[u64]) -> u64 {
    let counter = AtomicU64::new(0);
    count(numbers, &counter);
    counter.into_inner()
}

fn count(numbers: &[u64], counter: &AtomicU64) {
    for divisor in 3..19 {
        for number in numbers {
            if number % divisor != 0 {
                counter.store(counter.load(Relaxed) + 1, Relaxed);
            }
        }
    }
}
