//@ caught-by: answer
//@ because: expected 2
//! A holds its first number back, but B has no increment left to do the same.

pub const SCHEDULE: &str = concat!(
    "A ",
    "B B B B B B B B B B B B B B B B B B B B ",
    "A ",
    "A A A A A A A A A A A A A A A A A A ",
);
