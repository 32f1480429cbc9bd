//@ caught-by: answer
//@ because: two atomic increments
//! "fetch_add reads and writes too, so it loses updates as well."

pub const TWO_THREADS_TWICE: &[u64] = &[2, 3, 4];
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[2, 3, 4];
pub const THREE_THREADS_ONCE: &[u64] = &[1, 2, 3];
