//@ caught-by: test
//@ because: calls under way on average
//! Pieces of a thousand items, good for the long list alone.

use rayon::prelude::*;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    items.par_iter().with_min_len(1000).map(|&item| value(item)).sum()
}
