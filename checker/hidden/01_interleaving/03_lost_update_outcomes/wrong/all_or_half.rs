//@ caught-by: answer
//@ because: two plain increments
//! "Either the threads run in lock-step or one after the other."

pub const TWO_THREADS_TWICE: &[u64] = &[2, 4];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4];
pub const THREE_THREADS_ONCE: &[u64] = &[1, 2, 3];
