//! Six claims about an order: how they fail, or that they never do.
//!
//! `Some("cook waiter …")` is a schedule under which the program fails, `None`
//! says that it never does.

// TODO: a schedule under which the program fails, or `None`. These schedules
// are empty: they end before the program does.

/// The cook needs 10 ms, and the waiter comes after 100.
pub const SLEEPS_LONGER: Option<&str> = Some("");

/// If the soup is not ready, the others may go first.
pub const YIELDS_FIRST: Option<&str> = Some("");

/// The early guest's thread is started first.
pub const SPAWNED_FIRST: Option<&str> = Some("");

/// Who takes number 0 prints it before anybody prints 1.
pub const PRINTED_IN_ORDER: Option<&str> = Some("");

/// The waiter waits until the cook has gone home.
pub const JOINS_THE_COOK: Option<&str> = Some("");

/// The cook rings, and the waiter waits for it.
pub const WAITS_FOR_THE_BELL: Option<&str> = Some("");
