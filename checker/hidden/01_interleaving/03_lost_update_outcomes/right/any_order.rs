//! The same sets in another order.

pub const TWO_THREADS_TWICE: &[u64] = &[4, 2, 3];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4];
pub const THREE_THREADS_ONCE: &[u64] = &[3, 2, 1];
