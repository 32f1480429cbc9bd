//! Misuses of a value that is made once.

use learner::OnceInit;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::MutexGuard;

fn shared<T: Sync>(_: &T) {}
fn sent<T: Send>(_: T) {}

/// Two threads that share the place both have a `&Cell`, and write to it at the
/// same time.
// error: E0277
fn place_of_cell_is_shared(place: OnceInit<Cell<u32>>) {
    shared(&place);
}

/// A lock must be given back by the thread that took it. A thread that shares
/// the place leaves its guard there, and another one drops it.
// error: E0277
fn place_of_guard_is_shared(place: OnceInit<MutexGuard<'static, u32>>) {
    shared(&place);
}

/// An `Rc` counts without atomics. The other clones stay behind.
// error: E0277
fn place_of_rc_is_sent(place: OnceInit<Rc<u32>>) {
    sent(place);
}

/// A reference that outlives the place leads to a value that was dropped.
// error: E0505
fn value_outlives_the_place(place: OnceInit<u32>) {
    let value = place.get_or_init(|| 42);
    drop(place);
    drop(*value);
}

/// A value is made once and then stays: two references to it are alive, so
/// nobody may take it out or change it.
// error: E0594
fn value_is_changed(place: OnceInit<u32>) {
    *place.get_or_init(|| 42) = 43;
}
