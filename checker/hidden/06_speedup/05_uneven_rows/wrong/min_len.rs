//@ caught-by: test
//@ because: makespan
//! "A task per thread is enough": the minimal length makes blocks again.

use rayon::prelude::*;

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    (0..rows).into_par_iter().with_min_len((rows / threads).max(1)).map(row).collect()
}
