//! A schedule for two threads with ten plain increments each.

/// Names of threads, `A` or `B`; each entry is one load or one store.
pub const SCHEDULE: &str = concat!(
    // TODO: end at 2. This is ten increments of A, then ten of B.
    "A A  A A  A A  A A  A A  A A  A A  A A  A A  A A  ",
    "B B  B B  B B  B B  B B  B B  B B  B B  B B  B B  ",
);
