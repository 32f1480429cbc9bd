//@ caught-by: test
//@ because: Each thread does its own statements
//! Writes down what threads do to one another, and not their lines.

pub const EDGES: &[(u8, u8)] = &[(2, 8), (3, 13), (9, 5), (11, 13), (12, 6), (15, 7)];
