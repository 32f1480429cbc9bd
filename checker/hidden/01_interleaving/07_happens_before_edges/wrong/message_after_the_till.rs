//@ caught-by: test
//@ because: 10 → 5 (
//! "The bread comes when the baker has been at the till."

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
    (11, 13),
    (12, 6),
    (15, 7),
    (10, 5),
];
