//@ caught-by: test
//@ because: sum of
//! Whole chunks only: what does not fill one is never added.

use rayon::prelude::*;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let chunk = (items.len() / rayon::current_num_threads()).max(1);
    items.par_chunks_exact(chunk).map(|chunk| chunk.iter().map(|&i| value(i)).sum::<u64>()).sum()
}
