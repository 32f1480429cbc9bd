//@ caught-by: speed
//@ because: too slow
//! "Atomics are free": all cores fight for one cache line.

use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering};

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let total = AtomicU64::new(0);
    items.par_iter().for_each(|&item| {
        total.fetch_add(value(item), Ordering::Relaxed);
    });
    total.into_inner()
}
