//! Two threads that compute and share nothing.

use std::hint::black_box;
use std::thread;

fn work(seed: u64) -> u64 {
    let step = |sum: u64, n| black_box(sum.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(n));
    (0..40_000_000).fold(seed, step)
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| work(1));
        scope.spawn(|| work(2));
    });
}
