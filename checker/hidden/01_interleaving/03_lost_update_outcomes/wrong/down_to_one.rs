//@ caught-by: answer
//@ because: two plain increments
//! "Everything from 1 up", although no thread can undo its own store.

pub const TWO_THREADS_TWICE: &[u64] = &[1, 2, 3, 4];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[4];
pub const THREE_THREADS_ONCE: &[u64] = &[1, 2, 3];
