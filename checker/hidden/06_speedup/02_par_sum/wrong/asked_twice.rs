//@ caught-by: test
//@ because: calls for one item
//! Asks for the value to see whether it counts, then asks again.

use rayon::prelude::*;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    items.par_iter().filter(|&&item| value(item) > 0).map(|&item| value(item)).sum()
}
