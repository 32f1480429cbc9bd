//@ caught-by: answer
//@ because: expected 2
//! B gives up eight increments for its late store, not nine.

pub const SCHEDULE: &str = concat!(
    "A ",
    "B B B B B B B B B B B B B B B B ",
    "A ",
    "B B B ",
    "A A A A A A A A A A A A A A A A A A ",
    "B ",
);
