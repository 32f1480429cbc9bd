//@ caught-by: answer
//@ because: `cook` still has steps left
//! Stops when the soup is served; the cook never comes.

pub const SLEEPS_LONGER: Option<&str> = Some("waiter");
pub const YIELDS_FIRST: Option<&str> = Some("waiter waiter cook");
pub const SPAWNED_FIRST: Option<&str> = Some("late early");
pub const PRINTED_IN_ORDER: Option<&str> = Some("ann bob bob bob ann ann");
pub const JOINS_THE_COOK: Option<&str> = None;
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
