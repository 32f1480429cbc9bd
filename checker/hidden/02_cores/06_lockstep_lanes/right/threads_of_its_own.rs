//! A scope of std's threads, as many as the pool has.

use std::ops::{Add, Mul};
use std::thread;

pub const BLOCK: usize = 256;
pub const LANES: usize = 8;

pub trait Number: Copy + Send + Sync + Add<Output = Self> + Mul<Output = Self> {
    const ZERO: Self;
}

impl Number for f32 {
    const ZERO: Self = 0.0;
}

pub fn blend<T: Number>(front: &[T], back: &[T], weights: [T; 2], out: &mut [T]) {
    let piece = out.len().div_ceil(rayon::current_num_threads()).max(1);
    thread::scope(|scope| {
        let pieces = out.chunks_mut(piece).zip(front.chunks(piece).zip(back.chunks(piece)));
        for (out, (front, back)) in pieces {
            scope.spawn(move || {
                for i in 0..out.len() {
                    out[i] = front[i] * weights[0] + back[i] * weights[1];
                }
            });
        }
    });
}

pub fn dot<T: Number>(left: &[T], right: &[T]) -> T {
    let blocks = left.len().div_ceil(BLOCK);
    let piece = blocks.div_ceil(rayon::current_num_threads()).max(1) * BLOCK;
    let sums: Vec<T> = thread::scope(|scope| {
        let pieces = left.chunks(piece).zip(right.chunks(piece));
        let sums = |(left, right): (&[T], &[T])| -> Vec<T> {
            left.chunks(BLOCK).zip(right.chunks(BLOCK)).map(|(l, r)| block(l, r)).collect()
        };
        let threads: Vec<_> = pieces.map(|piece| scope.spawn(move || sums(piece))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    sums.into_iter().fold(T::ZERO, |total, sum| total + sum)
}

fn block<T: Number>(left: &[T], right: &[T]) -> T {
    let mut l = [T::ZERO; LANES];
    for (position, (&left, &right)) in left.iter().zip(right).enumerate() {
        l[position % LANES] = l[position % LANES] + left * right;
    }
    ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}
