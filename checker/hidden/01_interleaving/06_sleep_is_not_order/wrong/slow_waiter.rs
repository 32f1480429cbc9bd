//@ caught-by: answer
//@ because: nothing goes wrong under this schedule
//! A schedule that is legal, with a quick cook.

pub const SLEEPS_LONGER: Option<&str> = Some("waiter cook");
pub const YIELDS_FIRST: Option<&str> = Some("waiter cook waiter");
pub const SPAWNED_FIRST: Option<&str> = Some("late early");
pub const PRINTED_IN_ORDER: Option<&str> = Some("ann bob bob bob ann ann");
pub const JOINS_THE_COOK: Option<&str> = None;
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
