//! What is never, and what a slow cook comes to, by name.

const NEVER: Option<&str> = None;
const SLOW_COOK: Option<&str> = Some("waiter cook");

pub const SLEEPS_LONGER: Option<&'static str> = SLOW_COOK;
pub const YIELDS_FIRST: Option<&'static str> = Some("waiter waiter cook");
pub const SPAWNED_FIRST: Option<&'static str> = Some("late early");
pub const PRINTED_IN_ORDER: Option<&'static str> = Some("bob ann ann ann bob bob");
pub const JOINS_THE_COOK: Option<&'static str> = NEVER;
pub const WAITS_FOR_THE_BELL: Option<&'static str> = NEVER;
