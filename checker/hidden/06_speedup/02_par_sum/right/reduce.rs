//! `reduce` with its identity, by value.

use rayon::prelude::*;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    items.par_iter().copied().map(value).reduce(|| 0, |left, right| left + right)
}
