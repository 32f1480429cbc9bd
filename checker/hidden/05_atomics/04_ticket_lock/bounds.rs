//! Misuses of a ticket lock.

use learner::{TicketLock, Turn};
use std::cell::Cell;
use std::rc::Rc;

fn shared<T: Sync>(_: &T) {}
fn cloned<T: Clone>(_: &T) {}

/// Who has no turn moves the display: somebody is served while the one in front
/// is still at the counter.
// error: E0599, E0624
fn unlocked_without_a_turn(lock: TicketLock<u32>) {
    lock.unlock();
}

/// Who writes to the display serves whom they like.
// error: E0616, E0609
fn display_set_by_hand(lock: TicketLock<u32>) {
    lock.serving.store(7, std::sync::atomic::Ordering::SeqCst);
}

/// A turn that is copied moves the display twice.
// error: E0277
fn turn_is_cloned(turn: Turn<'_, u32>) {
    cloned(&turn);
}

/// An `Rc` counts without atomics: a lock of one cannot be shared.
// error: E0277
fn lock_of_rc_is_shared(lock: TicketLock<Rc<u32>>) {
    shared(&lock);
}

/// A turn of a `Cell` gives a `&Cell`, which two threads must not have.
// error: E0277
fn turn_of_cell_is_shared(turn: Turn<'_, Cell<u32>>) {
    shared(&turn);
}

/// A turn that outlives its lock leads to a value that is gone.
// error: E0505
fn turn_outlives_the_lock(lock: TicketLock<u32>) {
    let turn = lock.lock();
    drop(lock);
    drop(turn);
}
