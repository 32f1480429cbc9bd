//@ caught-by: test
//@ because: wherever they stand in the file
//! "A program runs from top to bottom."

pub const EDGES: &[(u8, u8)] = &[
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
