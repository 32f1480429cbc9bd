//! Eight parts through machines that compute; painting takes longest.

use learner::{Machines, run};
use std::hint::black_box;

struct Workshop;

/// Computes for some milliseconds.
fn work(part: u32, steps: u32) -> u32 {
    (0..steps * 1_000_000).fold(part, |sum, step| black_box(sum.wrapping_mul(31) ^ step))
}

impl Machines for Workshop {
    fn cut(&self, part: u32) -> u32 {
        work(part, 4)
    }
    fn drill(&self, part: u32) -> u32 {
        work(part, 4)
    }
    fn paint(&self, part: u32) -> u32 {
        work(part, 6)
    }
}

fn scene() {
    run(&Workshop, (0..8).collect(), 1);
}

harness::timeline!(scene);
