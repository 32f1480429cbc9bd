//@ caught-by: answer
//@ because: `waiter` is blocked there
//! "The cook sleeps 100 ms, so the waiter is quicker."

pub const SLEEPS_LONGER: Option<&str> = Some("waiter cook");
pub const YIELDS_FIRST: Option<&str> = Some("waiter waiter cook");
pub const SPAWNED_FIRST: Option<&str> = Some("late early");
pub const PRINTED_IN_ORDER: Option<&str> = Some("ann bob bob bob ann ann");
pub const JOINS_THE_COOK: Option<&str> = Some("waiter waiter cook");
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
