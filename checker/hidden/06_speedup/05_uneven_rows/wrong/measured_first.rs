//@ caught-by: test
//@ because: calls for one row
//! Computes each row once to see how long it takes, and once for the picture.

use rayon::prelude::*;
use std::time::Instant;

pub fn render<R: Send>(
    rows: usize,
    _threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let mut order: Vec<_> = (0..rows)
        .into_par_iter()
        .map(|number| {
            let start = Instant::now();
            row(number);
            (start.elapsed(), number)
        })
        .collect();
    order.sort();
    order.reverse();
    let mut done: Vec<_> =
        order.into_par_iter().with_max_len(1).map(|(_, number)| (number, row(number))).collect();
    done.sort_by_key(|&(number, _)| number);
    done.into_iter().map(|(_, row)| row).collect()
}
