//! A shared total, but it is touched once for each piece.

use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let total = AtomicU64::new(0);
    let chunk = items.len().div_ceil(64).max(1);
    items.par_chunks(chunk).for_each(|chunk| {
        let sum = chunk.iter().map(|&item| value(item)).sum();
        total.fetch_add(sum, Relaxed);
    });
    total.into_inner()
}
