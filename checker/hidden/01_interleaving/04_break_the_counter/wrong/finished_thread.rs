//@ caught-by: answer
//@ because: finished
//! Miscounts: B has twenty steps, not twenty-one.

pub const SCHEDULE: &str = concat!(
    "A ",
    "B B B B B B B B B B B B B B B B B B ",
    "A ",
    "B ",
    "A A A A A A A A A A A A A A A A A A ",
    "B ",
    "B ",
);
