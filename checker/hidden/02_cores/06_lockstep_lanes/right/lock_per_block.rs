//! The sums of the blocks come through a lock, one for 256 products, and are sorted.

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
    out.par_iter_mut()
        .zip(front.par_iter().zip(back))
        .for_each(|(out, (&front, &back))| *out = front * weights[0] + back * weights[1]);
}

pub fn dot<T: Number>(left: &[T], right: &[T]) -> T {
    let sums = Mutex::new(Vec::new());
    left.par_chunks(BLOCK).zip(right.par_chunks(BLOCK)).enumerate().for_each(
        |(place, (left, right))| {
            let sum = block(left, right);
            sums.lock().unwrap().push((place, sum));
        },
    );
    let mut sums = sums.into_inner().unwrap();
    sums.sort_by_key(|(place, _)| *place);
    sums.into_iter().fold(T::ZERO, |total, (_, sum)| total + sum)
}

fn block<T: Number>(left: &[T], right: &[T]) -> T {
    let mut l = [T::ZERO; LANES];
    for (position, (&left, &right)) in left.iter().zip(right).enumerate() {
        l[position % LANES] = l[position % LANES] + left * right;
    }
    ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}
