//! Halves by hand, down to pieces that suit the number of threads.

use rayon::{current_num_threads, join};

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let piece = items.len().div_ceil(4 * current_num_threads()).max(1);
    halves(items, piece, &value)
}

fn halves(items: &[u32], piece: usize, value: &(impl Fn(u32) -> u64 + Send + Sync)) -> u64 {
    if items.len() <= piece {
        return items.iter().map(|&item| value(item)).sum();
    }
    let (left, right) = items.split_at(items.len() / 2);
    let (left, right) = join(|| halves(left, piece, value), || halves(right, piece, value));
    left + right
}
