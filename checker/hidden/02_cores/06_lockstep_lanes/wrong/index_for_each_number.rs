//@ caught-by: speed
//@ because: too slow
//! Threads ask a shared counter for each single number.

use rayon::prelude::*;
use std::ops::{Add, Mul};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub const BLOCK: usize = 256;
pub const LANES: usize = 8;

pub trait Number: Copy + Send + Sync + Add<Output = Self> + Mul<Output = Self> {
    const ZERO: Self;
}

impl Number for f32 {
    const ZERO: Self = 0.0;
}

pub fn blend<T: Number>(front: &[T], back: &[T], weights: [T; 2], out: &mut [T]) {
    let next = AtomicUsize::new(0);
    let out: Vec<Mutex<&mut T>> = out.iter_mut().map(Mutex::new).collect();
    rayon::broadcast(|_| {
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            if i >= out.len() {
                break;
            }
            **out[i].lock().unwrap() = front[i] * weights[0] + back[i] * weights[1];
        }
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
