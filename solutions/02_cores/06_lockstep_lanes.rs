//! Fades pictures and compares them, in lanes.

use rayon::prelude::*;
use std::ops::{Add, Mul};

/// Positions of a block.
pub const BLOCK: usize = 256;

/// Lanes of a block.
pub const LANES: usize = 8;

/// What lanes calculate with.
pub trait Number: Copy + Send + Sync + Add<Output = Self> + Mul<Output = Self> {
    /// The sum of nothing.
    const ZERO: Self;
}

impl Number for f32 {
    const ZERO: Self = 0.0;
}

/// Sets each number of `out` to `front * weights[0] + back * weights[1]`.
pub fn blend<T: Number>(front: &[T], back: &[T], weights: [T; 2], out: &mut [T]) {
    // Each number of `out` is written by one thread, and the compiler knows it:
    // the parallel iterator cuts the slice into pieces that do not overlap. So
    // there is nothing to lock, and nothing to put in order afterwards.
    out.par_iter_mut()
        .zip(front.par_iter().zip(back))
        .for_each(|(out, (&front, &back))| *out = front * weights[0] + back * weights[1]);
}

/// The sum of all products of a number on the left and the one on the right of
/// it, added in the order of the README.
pub fn dot<T: Number>(left: &[T], right: &[T]) -> T {
    // The order lies in the data, not in the threads: whoever computes a block
    // comes to the same sum. `collect` puts the sums at their places, whichever
    // is done first.
    //
    // Not `sum()` or `reduce` of the products: rayon adds partial sums as it
    // has split the work, and splits where a thread is idle. Of numbers that
    // are rounded, that is another result with every run.
    let blocks: Vec<T> = left
        .par_chunks(BLOCK)
        .zip(right.par_chunks(BLOCK))
        .map(|(left, right)| block(left, right))
        .collect();
    // One addition for 256 products, so this loop may be serial.
    blocks.into_iter().fold(T::ZERO, |sum, block| sum + block)
}

/// One block, which may be shorter than the others.
fn block<T: Number>(left: &[T], right: &[T]) -> T {
    // Eight sums side by side that do not depend on one another. A compiler
    // makes one instruction of them that adds all eight; of a single sum it
    // may not, since that would be another order.
    let mut lanes = [T::ZERO; LANES];
    for (left, right) in left.chunks(LANES).zip(right.chunks(LANES)) {
        // `chunks`, not `chunks_exact`: the last row may not fill all lanes.
        for (lane, (&left, &right)) in lanes.iter_mut().zip(left.iter().zip(right)) {
            *lane = *lane + left * right;
        }
    }
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            lanes[lane] = lanes[lane] + lanes[lane + width];
        }
        width /= 2;
    }
    lanes[0]
}
