//@ caught-by: answer
//@ because: `waiter` has finished
//! Gives the waiter a step for its `yield_now`.

pub const SLEEPS_LONGER: Option<&str> = Some("waiter cook");
pub const YIELDS_FIRST: Option<&str> = Some("waiter waiter waiter cook");
pub const SPAWNED_FIRST: Option<&str> = Some("late early");
pub const PRINTED_IN_ORDER: Option<&str> = Some("ann bob bob bob ann ann");
pub const JOINS_THE_COOK: Option<&str> = None;
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
