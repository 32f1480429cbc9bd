//@ caught-by: answer
//@ because: main
//! Gives the main thread a step to start the others.

pub const SCHEDULE: &str = concat!(
    "main ",
    "A ",
    "B B B B B B B B B B B B B B B B B B ",
    "A ",
    "B ",
    "A A A A A A A A A A A A A A A A A A ",
    "B ",
);
