//! Six claims about an order: how they fail, or that they never do.
//!
//! `Some("cook waiter …")` is a schedule under which the program fails, `None`
//! says that it never does.

/// The cook needs 10 ms, and the waiter comes after 100.
//
// A sleep says how long *this* thread rests at least, and nothing about how far
// another gets meanwhile. A cook that is not given the CPU for 200 ms has not
// even begun to sleep when the waiter comes. A longer sleep makes the failure
// rarer and the program slower, and never goes away.
pub const SLEEPS_LONGER: Option<&str> = Some("waiter cook");

/// If the soup is not ready, the others may go first.
//
// `yield_now` offers the CPU; nobody has to take it. With a core of its own the
// waiter goes straight on. The waiter looks, looks again, and only then comes
// the cook.
pub const YIELDS_FIRST: Option<&str> = Some("waiter waiter cook");

/// The early guest's thread is started first.
//
// To start a thread is to put it in a queue, or on another core. When its first
// line runs is open.
pub const SPAWNED_FIRST: Option<&str> = Some("late early");

/// Who takes number 0 prints it before anybody prints 1.
//
// To take a number and to print it are two steps, and the lock is around the
// second alone. Ann takes 0 and stops; Bob takes 1, locks, prints, unlocks; Ann
// prints her 0 below it. Whoever debugs with `println!` reads such lists.
//
// It would take both steps in one critical section to keep them together.
pub const PRINTED_IN_ORDER: Option<&str> = Some("ann bob bob bob ann ann");

/// The waiter waits until the cook has gone home.
//
// `join` returns when the thread has ended, and everything that it did comes
// before that. How long it sleeps in between makes no difference.
pub const JOINS_THE_COOK: Option<&str> = None;

/// The cook rings, and the waiter waits for it.
//
// `recv` returns when a message is there; what was done before the `send` comes
// before what is done after the `recv`. Had the cook rung first and finished
// the soup then, the program would fail.
pub const WAITS_FOR_THE_BELL: Option<&str> = None;
