//! Rayon cuts and balances.

use rayon::prelude::*;

pub fn render<R: Send>(
    rows: usize,
    _threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    (0..rows).into_par_iter().map(row).collect()
}
