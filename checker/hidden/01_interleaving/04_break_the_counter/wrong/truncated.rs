//@ caught-by: answer
//@ because: steps left
//! Stops when the counter shows 2.

pub const SCHEDULE: &str = concat!("A ", "B B B B B B B B B B B B B B B B B B ", "A ", "B B ",);
