//! Dutch flag with a pivot from anywhere, and a depth that ends a bad streak.

use std::cmp::Ordering;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static RANDOM: AtomicUsize = AtomicUsize::new(1);

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    quick(items, 2 * items.len().max(1).ilog2());
}

fn quick<T: Ord + Copy + Send + Sync>(items: &mut [T], depth: u32) {
    if items.len() <= 200 || depth == 0 {
        return items.sort_unstable();
    }
    let random = RANDOM.fetch_add(1, Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
    let pivot = items[random % items.len()];
    let (mut less, mut at, mut greater) = (0, 0, items.len());
    while at < greater {
        match items[at].cmp(&pivot) {
            Ordering::Less => {
                items.swap(less, at);
                less += 1;
                at += 1;
            }
            Ordering::Equal => at += 1,
            Ordering::Greater => {
                greater -= 1;
                items.swap(at, greater);
            }
        }
    }
    let (rest, right) = items.split_at_mut(greater);
    let left = &mut rest[..less];
    rayon::join(|| quick(left, depth - 1), || quick(right, depth - 1));
}
