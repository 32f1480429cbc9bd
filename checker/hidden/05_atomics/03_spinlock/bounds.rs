//! Misuses of a lock.

use learner::SpinLock;
use std::cell::Cell;
use std::rc::Rc;

fn shared<T: Sync>(_: &T) {}
fn sent<T: Send>(_: T) {}
fn cloned<T: Clone>(_: &T) {}

/// An `Rc` counts without atomics. Two threads that share a lock of one could
/// each clone it, and use their clones outside of the lock.
// error: E0277
fn lock_of_rc_is_shared(lock: SpinLock<Rc<u32>>) {
    shared(&lock);
}

/// An `Rc` counts without atomics. A lock of one that is sent away leaves its
/// clones behind.
// error: E0277
fn lock_of_rc_is_sent(lock: SpinLock<Rc<u32>>) {
    sent(lock);
}

/// A guard of a `Cell` gives a `&Cell`. Two threads that share the guard would
/// write to the cell at the same time, and both hold the lock.
// error: E0277
fn guard_of_cell_is_shared(lock: SpinLock<Cell<u32>>) {
    shared(&lock.lock());
}

/// Who gets a guard of an `Rc` can clone it. The other clones are in the thread
/// that the guard came from.
// error: E0277
fn guard_of_rc_is_sent(lock: SpinLock<Rc<u32>>) {
    sent(lock.lock());
}

/// Two guards of one lock are two `&mut` to one value.
// error: E0277
fn guard_is_cloned(lock: SpinLock<u32>) {
    cloned(&lock.lock());
}

/// A guard that outlives its lock leads to a value that is gone.
// error: E0505
fn guard_outlives_the_lock(lock: SpinLock<u32>) {
    let guard = lock.lock();
    drop(lock);
    drop(guard);
}
