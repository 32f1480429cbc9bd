//! Arrays instead of slices.

pub const TWO_THREADS_TWICE: [u64; 3] = [2, 3, 4];
pub const TWO_THREADS_TWICE_ATOMIC: [u64; 1] = [4];
pub const THREE_THREADS_ONCE: [u64; 3] = [1, 2, 3];
