//! Folds each piece into a partial sum, then adds those.

use rayon::prelude::*;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    items.par_iter().fold(|| 0, |sum, &item| sum + value(item)).sum()
}
