//@ caught-by: answer
//@ because: numbers as printed: [1, 0]
//! "What is printed first, happened first."

pub const SLEEPS_LONGER: Option<&str> = Some("waiter cook");
pub const YIELDS_FIRST: Option<&str> = Some("waiter waiter cook");
pub const SPAWNED_FIRST: Option<&str> = Some("late early");
pub const PRINTED_IN_ORDER: Option<&str> = None;
pub const JOINS_THE_COOK: Option<&str> = None;
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
