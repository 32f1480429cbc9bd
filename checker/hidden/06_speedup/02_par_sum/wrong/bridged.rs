//@ caught-by: speed
//@ because: too slow
//! Turns a slice into a queue that the threads take turns at.

use rayon::prelude::*;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    items.iter().par_bridge().map(|&item| value(item)).sum()
}
