//@ caught-by: answer
//@ because: one plain increment
//! "A late store can put the old 0 back."

pub const TWO_THREADS_TWICE: &[u64] = &[2, 3, 4];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4];
pub const THREE_THREADS_ONCE: &[u64] = &[0, 1, 2, 3];
