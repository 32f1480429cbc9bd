//@ caught-by: answer
//@ because: nothing goes wrong under this schedule
//! The threads take turns, and the one with number 0 locks first.

pub const SLEEPS_LONGER: Option<&str> = Some("waiter cook");
pub const YIELDS_FIRST: Option<&str> = Some("waiter waiter cook");
pub const SPAWNED_FIRST: Option<&str> = Some("late early");
pub const PRINTED_IN_ORDER: Option<&str> = Some("ann bob ann ann bob bob");
pub const JOINS_THE_COOK: Option<&str> = None;
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
