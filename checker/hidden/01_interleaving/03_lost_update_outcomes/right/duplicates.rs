//! Every merge written down by hand, repeated values and all.

pub const TWO_THREADS_TWICE: &[u64] = &[4, 3, 3, 2, 3, 4, 2];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4, 4, 4];
pub const THREE_THREADS_ONCE: &[u64] = &[1, 2, 2, 3, 1];
