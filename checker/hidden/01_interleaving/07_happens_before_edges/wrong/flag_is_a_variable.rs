//@ caught-by: test
//@ because: 11 → 13
//! "Release and acquire are about memory, not about order."

pub const EDGES: &[(u8, u8)] = &[
    (1, 2),
    (2, 3),
    (3, 4),
    (4, 5),
    (5, 6),
    (6, 7),
    (8, 9),
    (9, 10),
    (10, 11),
    (11, 12),
    (13, 14),
    (14, 15),
    (2, 8),
    (3, 13),
    (9, 5),
    (12, 6),
    (15, 7),
];
