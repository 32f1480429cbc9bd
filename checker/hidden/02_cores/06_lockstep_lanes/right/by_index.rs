//! Parallel ranges of block numbers; a lane at a time, from its first product on.

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
    out.par_chunks_mut(512).enumerate().for_each(|(chunk, out)| {
        for (i, out) in out.iter_mut().enumerate() {
            let i = 512 * chunk + i;
            *out = back[i] * weights[1] + front[i] * weights[0];
        }
    });
}

pub fn dot<T: Number>(left: &[T], right: &[T]) -> T {
    let sums: Vec<T> = (0..left.len().div_ceil(BLOCK))
        .into_par_iter()
        .map(|block| {
            let start = block * BLOCK;
            let end = left.len().min(start + BLOCK);
            let lane = |lane: usize| {
                let mut products = (start + lane..end).step_by(LANES).map(|i| left[i] * right[i]);
                let first = products.next();
                products.fold(first.unwrap_or(T::ZERO), |sum, product| product + sum)
            };
            let lanes: Vec<T> = (0..LANES).map(lane).collect();
            let four = |lane: usize| lanes[lane] + lanes[lane + 4];
            let two = |lane: usize| four(lane) + four(lane + 2);
            two(0) + two(1)
        })
        .collect();
    let mut sums = sums.into_iter();
    let first = sums.next();
    sums.fold(first.unwrap_or(T::ZERO), |total, sum| total + sum)
}
