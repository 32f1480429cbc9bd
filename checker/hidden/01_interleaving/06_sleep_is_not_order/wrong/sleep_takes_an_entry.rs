//@ caught-by: answer
//@ because: its one step is used up
//! Gives both a step for their sleep.

pub const SLEEPS_LONGER: Option<&str> = Some("cook waiter waiter cook");
pub const YIELDS_FIRST: Option<&str> = Some("waiter waiter cook");
pub const SPAWNED_FIRST: Option<&str> = Some("late early");
pub const PRINTED_IN_ORDER: Option<&str> = Some("ann bob bob bob ann ann");
pub const JOINS_THE_COOK: Option<&str> = None;
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
