//! The final values of three programs that count.

/// Two threads, each with two plain increments.
pub const TWO_THREADS_TWICE: &[u64] = &[
    // TODO: every value the counter can end with.
];

/// Two threads, each with two atomic increments.
pub const TWO_THREADS_TWICE_ATOMIC: &[u64] = &[
    // TODO: every value the counter can end with.
];

/// Three threads, each with one plain increment.
pub const THREE_THREADS_ONCE: &[u64] = &[
    // TODO: every value the counter can end with.
];
