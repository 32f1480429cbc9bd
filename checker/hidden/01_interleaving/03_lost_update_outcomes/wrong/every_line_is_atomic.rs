//@ caught-by: answer
//@ because: two plain increments
//! "Each line is atomic, so nothing is lost."

pub const TWO_THREADS_TWICE: &[u64] = &[4];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4];
pub const THREE_THREADS_ONCE: &[u64] = &[1, 2, 3];
