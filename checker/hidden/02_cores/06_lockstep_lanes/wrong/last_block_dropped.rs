//@ caught-by: test
//@ because: products in the sum
//! Full blocks only.

use rayon::prelude::*;
use std::ops::{Add, Mul};

pub const BLOCK: usize = 256;
pub const LANES: usize = 8;

pub trait Number: Copy + Send + Sync + Add<Output = Self> + Mul<Output = Self> {
    const ZERO: Self;
}

impl Number for f32 {
    const ZERO: Self = 0.0;
}

pub fn blend<T: Number>(front: &[T], back: &[T], weights: [T; 2], out: &mut [T]) {
    out.par_iter_mut()
        .zip(front.par_iter().zip(back))
        .for_each(|(out, (&front, &back))| *out = front * weights[0] + back * weights[1]);
}

pub fn dot<T: Number>(left: &[T], right: &[T]) -> T {
    let blocks: Vec<T> = left
        .par_chunks_exact(BLOCK)
        .zip(right.par_chunks_exact(BLOCK))
        .map(|(left, right)| block(left, right))
        .collect();
    blocks.into_iter().fold(T::ZERO, |sum, block| sum + block)
}

fn block<T: Number>(left: &[T], right: &[T]) -> T {
    let mut l = [T::ZERO; LANES];
    for (position, (&left, &right)) in left.iter().zip(right).enumerate() {
        l[position % LANES] = l[position % LANES] + left * right;
    }
    ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}
