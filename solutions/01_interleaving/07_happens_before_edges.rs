//! What happens before what in a bakery.

/// Pairs of statements: the first happens before the second.
//
// Two kinds of edges make the whole order. Within a thread it is the order of
// the lines; that gives chains. Between the chains there is an edge only where
// one thread *waits* for what another does, six in all. Everything else follows
// by going along edges: `(1, 14)`, say, by 1, 2, 3, 13, 14.
//
// No edge between 4 and 10, nor between 4 and 14: the lock keeps them apart, and
// which comes first is open. 10 does come before 14, but not because of the
// lock: 10 is before the store, and 14 after the load that has seen it.
pub const EDGES: &[(u8, u8)] = &[
    // The owner.
    (1, 2),
    (2, 3),
    (3, 4),
    (4, 5),
    (5, 6),
    (6, 7),
    // The baker.
    (8, 9),
    (9, 10),
    (10, 11),
    (11, 12),
    // The driver.
    (13, 14),
    (14, 15),
    // `spawn` comes before all of the child. What the owner does after it, does
    // not: 3 and 8 run side by side.
    (2, 8),
    (3, 13),
    // The message comes before its receipt, but what the baker does after the
    // message is not waited for.
    (9, 5),
    // The store comes before the load that sees `true`; 12 comes after the store,
    // and the driver knows nothing of it.
    (11, 13),
    // The end of a thread comes before `join` returns. So its last line is
    // enough, and all its other lines follow.
    (12, 6),
    (15, 7),
];
