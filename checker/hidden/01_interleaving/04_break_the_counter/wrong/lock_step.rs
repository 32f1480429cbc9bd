//@ caught-by: answer
//@ because: expected 2
//! The threads take turns, so every second increment is lost.

pub const SCHEDULE: &str = concat!(
    "A B A B A B A B A B A B A B A B A B A B ",
    "A B A B A B A B A B A B A B A B A B A B ",
);
