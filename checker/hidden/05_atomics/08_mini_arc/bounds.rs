//! What must not compile.

use learner::MiniArc;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::MutexGuard;

fn sent<T: Send>(_: T) {}
fn shared<T: Sync>(_: &T) {}

/// Two owners on two threads would write the same `Cell` at the same time.
// error: E0277
fn owner_of_a_cell_is_sent(owner: MiniArc<Cell<u32>>) {
    sent(owner);
}

/// Whoever borrows an owner can clone it, and has the `Cell` on its own thread.
// error: E0277
fn owner_of_a_cell_is_shared(owner: MiniArc<Cell<u32>>) {
    shared(&owner);
}

/// The last owner drops the value where it is: a `MutexGuard` would be unlocked
/// by a thread that never locked it.
// error: E0277
fn owner_of_a_guard_is_sent(owner: MiniArc<MutexGuard<'static, u32>>) {
    sent(owner);
}

/// A borrowed owner can be cloned, and the clone may be the last: as above.
// error: E0277
fn owner_of_a_guard_is_shared(owner: MiniArc<MutexGuard<'static, u32>>) {
    shared(&owner);
}

/// An `Rc` counts without atomics.
// error: E0277
fn owner_of_an_rc_is_sent(owner: MiniArc<Rc<u32>>) {
    sent(owner);
}

/// The value may be gone once the owner is.
// error: E0505
fn value_outlives_its_owner(owner: MiniArc<u32>) -> u32 {
    let value: &u32 = &owner;
    drop(owner);
    *value
}

/// Other owners look at the value: one alone must not write to it.
// error: E0594
fn an_owner_writes(mut owner: MiniArc<u32>) {
    *owner = 1;
}
