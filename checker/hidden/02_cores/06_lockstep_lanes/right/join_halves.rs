//! Halves by hand, down to a few blocks; each sum has a place of its own.

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
    let half = out.len() / 2;
    if half < 128 {
        for i in 0..out.len() {
            out[i] = front[i] * weights[0] + back[i] * weights[1];
        }
        return;
    }
    let (out, out_rest) = out.split_at_mut(half);
    let (front, front_rest) = front.split_at(half);
    let (back, back_rest) = back.split_at(half);
    rayon::join(
        || blend(front, back, weights, out),
        || blend(front_rest, back_rest, weights, out_rest),
    );
}

pub fn dot<T: Number>(left: &[T], right: &[T]) -> T {
    let mut sums = vec![T::ZERO; left.len().div_ceil(BLOCK)];
    sum_blocks(left, right, &mut sums);
    let mut total = T::ZERO;
    for sum in sums {
        total = total + sum;
    }
    total
}

fn sum_blocks<T: Number>(left: &[T], right: &[T], sums: &mut [T]) {
    match sums {
        [] => {}
        [sum] => *sum = block(left, right),
        sums => {
            let half = sums.len() / 2;
            let (sums, sums_rest) = sums.split_at_mut(half);
            let (left, left_rest) = left.split_at(half * BLOCK);
            let (right, right_rest) = right.split_at(half * BLOCK);
            rayon::join(
                || sum_blocks(left, right, sums),
                || sum_blocks(left_rest, right_rest, sums_rest),
            );
        }
    }
}

fn block<T: Number>(left: &[T], right: &[T]) -> T {
    let mut l = [T::ZERO; LANES];
    for (position, (&left, &right)) in left.iter().zip(right).enumerate() {
        l[position % LANES] = l[position % LANES] + left * right;
    }
    ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}
