//! Statics, with names for the values.

const NOTHING_LOST: u64 = 4;
const ONE_LOST: u64 = 3;
const TWO_LOST: u64 = 2;

pub static TWO_THREADS_TWICE: &[u64] = &[NOTHING_LOST, ONE_LOST, TWO_LOST];
pub static TWO_THREADS_TWICE_ATOMIC: &[u64] = &[NOTHING_LOST];
pub static THREE_THREADS_ONCE: &[u64] = &[3, 2, 1];
