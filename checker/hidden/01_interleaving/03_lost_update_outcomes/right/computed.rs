//! Slices that are computed from one another.

const ONE_TO_FOUR: [u64; 4] = [1, 2, 3, 4];

const fn from(first: usize) -> &'static [u64] {
    ONE_TO_FOUR.split_at(first).1
}

pub const TWO_THREADS_TWICE: &[u64] = from(1);
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = from(3);
pub const THREE_THREADS_ONCE: &[u64] = ONE_TO_FOUR.split_at(3).0;
