//@ caught-by: answer
//@ because: steps left
//! Takes an entry for a whole increment.

pub const SCHEDULE: &str = concat!("A B B B B B B B B B ", "A B A A A A A A A A ",);
