//@ caught-by: answer
//@ because: the late guest: [1, 0]
//! "Who is started first, runs first."

pub const SLEEPS_LONGER: Option<&str> = Some("waiter cook");
pub const YIELDS_FIRST: Option<&str> = Some("waiter waiter cook");
pub const SPAWNED_FIRST: Option<&str> = None;
pub const PRINTED_IN_ORDER: Option<&str> = Some("ann bob bob bob ann ann");
pub const JOINS_THE_COOK: Option<&str> = None;
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
