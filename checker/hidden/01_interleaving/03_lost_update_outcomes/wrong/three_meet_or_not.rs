//@ caught-by: answer
//@ because: one plain increment
//! "All three meet or nobody does."

pub const TWO_THREADS_TWICE: &[u64] = &[2, 3, 4];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4];
pub const THREE_THREADS_ONCE: &[u64] = &[1, 3];
