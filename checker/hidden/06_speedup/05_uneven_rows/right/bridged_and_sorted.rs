//! An iterator that the threads take turns at; a row is taken under its lock,
//! and computed without it.

use rayon::prelude::*;

pub fn render<R: Send>(
    rows: usize,
    _threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let mut done: Vec<(usize, R)> =
        (0..rows).par_bridge().map(|number| (number, row(number))).collect();
    done.sort_by(|one, other| one.0.cmp(&other.0));
    done.into_iter().map(|(_, row)| row).collect()
}
