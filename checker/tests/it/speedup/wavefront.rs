//! A table of blocks; each needs its left and its upper neighbour.

use rayon::prelude::*;

const BLOCKS: usize = 12;

fn block(row: usize, column: usize) -> u64 {
    (0..60_000)
        .fold((row * BLOCKS + column) as u64, |x, n| x.rotate_left(5) ^ x.wrapping_mul(n | 1))
}

pub fn run() -> u64 {
    let diagonals = 0..2 * BLOCKS - 1;
    diagonals
        .map(|diagonal| {
            let first = diagonal.saturating_sub(BLOCKS - 1);
            let rows = first..diagonal.min(BLOCKS - 1) + 1;
            rows.into_par_iter().map(|row| block(row, diagonal - row) >> 40).sum::<u64>()
        })
        .sum()
}

pub fn serial() -> u64 {
    (0..BLOCKS * BLOCKS).map(|n| block(n / BLOCKS, n % BLOCKS) >> 40).sum()
}
