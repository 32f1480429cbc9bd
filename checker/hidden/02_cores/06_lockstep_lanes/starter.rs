//! Fades pictures and compares them, in lanes.

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
    // TODO: use all threads of the current rayon pool.
    for index in 0..out.len() {
        out[index] = front[index] * weights[0] + back[index] * weights[1];
    }
}

/// The sum of all products of a number on the left and the one on the right of
/// it, added in the order of the README.
pub fn dot<T: Number>(left: &[T], right: &[T]) -> T {
    // TODO: blocks and lanes, and all threads of the current rayon pool.
    let mut sum = T::ZERO;
    for (left, right) in left.iter().zip(right) {
        sum = sum + *left * *right;
    }
    sum
}
