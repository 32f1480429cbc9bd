//@ caught-by: test
//@ because: added in the order of the README
//! Rayon adds the products as it has split the list.

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
    left.par_iter()
        .zip(right)
        .map(|(&left, &right)| left * right)
        .reduce(|| T::ZERO, |one, other| one + other)
}
