//! What happens before what in a bakery.

/// Pairs of statements: the first happens before the second.
pub const EDGES: &[(u8, u8)] = &[
    // TODO: these edges go down the page, line by line. Take out those that are
    // not there, and add those that are missing.
    (1, 2),
    (2, 3),
    (3, 4),
    (4, 5),
    (5, 6),
    (6, 7),
    (7, 8),
    (8, 9),
    (9, 10),
    (10, 11),
    (11, 12),
    (12, 13),
    (13, 14),
    (14, 15),
];
