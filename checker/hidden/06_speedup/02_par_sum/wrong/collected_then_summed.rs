//@ caught-by: test
//@ because: calls under way on average
//! Only the cheap part is parallel: the values are asked for one by one.

use rayon::prelude::*;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let items: Vec<u32> = items.par_iter().copied().collect();
    items.into_iter().map(value).sum()
}
