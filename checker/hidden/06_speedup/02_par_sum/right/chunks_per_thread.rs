//! A few chunks for each thread of the pool.

use rayon::prelude::*;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let chunk = items.len().div_ceil(8 * rayon::current_num_threads()).max(1);
    items
        .par_chunks(chunk)
        .map(|chunk| {
            let mut sum = 0;
            for item in chunk {
                sum += value(*item);
            }
            sum
        })
        .sum()
}
