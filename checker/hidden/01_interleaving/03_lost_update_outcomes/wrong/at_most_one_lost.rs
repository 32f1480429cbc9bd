//@ caught-by: answer
//@ because: two plain increments
//! "Two threads can meet once, so at most one update is lost."

pub const TWO_THREADS_TWICE: &[u64] = &[3, 4];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4];
pub const THREE_THREADS_ONCE: &[u64] = &[1, 2, 3];
