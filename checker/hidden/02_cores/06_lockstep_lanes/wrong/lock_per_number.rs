//@ caught-by: speed
//@ because: too slow
//! Calculated without the lock, but each result goes through it.

use rayon::prelude::*;
use std::ops::{Add, Mul};
use std::sync::Mutex;

pub const BLOCK: usize = 256;
pub const LANES: usize = 8;

pub trait Number: Copy + Send + Sync + Add<Output = Self> + Mul<Output = Self> {
    const ZERO: Self;
}

impl Number for f32 {
    const ZERO: Self = 0.0;
}

pub fn blend<T: Number>(front: &[T], back: &[T], weights: [T; 2], out: &mut [T]) {
    let out = Mutex::new(out);
    (0..front.len()).into_par_iter().for_each(|i| {
        let number = front[i] * weights[0] + back[i] * weights[1];
        out.lock().unwrap()[i] = number;
    });
}

pub fn dot<T: Number>(left: &[T], right: &[T]) -> T {
    let blocks: Vec<T> = left
        .par_chunks(BLOCK)
        .zip(right.par_chunks(BLOCK))
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
