//! What must not compile.

use learner::TinyRwLock;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::MutexGuard;

fn sent<T: Send>(_: T) {}
fn shared<T: Sync>(_: &T) {}

/// Two readers inside at the same time would both set the `Cell`.
// error: E0277
fn lock_of_a_cell_is_shared(lock: TinyRwLock<Cell<u32>>) {
    shared(&lock);
}

/// A writer on another thread can put another value in the place of this one
/// and drop it there: a `MutexGuard` must be dropped by the thread that locked.
// error: E0277
fn lock_of_a_guard_is_shared(lock: TinyRwLock<MutexGuard<'static, u32>>) {
    shared(&lock);
}

/// An `Rc` counts without atomics.
// error: E0277
fn lock_of_an_rc_is_shared(lock: TinyRwLock<Rc<u32>>) {
    shared(&lock);
}

/// The lock takes its value along to the other thread.
// error: E0277
fn lock_of_an_rc_is_sent(lock: TinyRwLock<Rc<u32>>) {
    sent(lock);
}

/// Other readers are inside: a reader does not write.
// error: E0594
fn a_reader_writes(lock: TinyRwLock<u32>) {
    lock.read(|value| *value = 1);
}

/// A reader that has left looks at the value while a writer is inside.
// error: E0521
fn a_reader_keeps_the_reference(lock: &'static TinyRwLock<u32>) {
    let mut kept: Option<&'static u32> = None;
    lock.read(|value| kept = Some(value));
}

/// A writer that has left writes while others are inside.
// error: E0521
fn a_writer_keeps_the_reference(lock: &'static TinyRwLock<u32>) {
    let mut kept: Option<&'static mut u32> = None;
    lock.write(|value| kept = Some(value));
}
