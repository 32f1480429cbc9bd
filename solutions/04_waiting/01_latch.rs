//! A latch: closed at first, opened once, open for ever.

use std::sync::{Condvar, Mutex};

/// Threads wait at it until it is opened.
pub struct Latch {
    // The flag lives *in* the mutex, not beside it. An atomic flag can be set
    // between a waiter's look at it and its falling asleep, and then the
    // notification comes while nobody sleeps yet: it is lost, and nobody
    // repeats it. A condition variable remembers nothing.
    is_open: Mutex<bool>,
    opened: Condvar,
}

impl Latch {
    /// A closed latch.
    pub fn new() -> Self {
        Self { is_open: Mutex::new(false), opened: Condvar::new() }
    }

    /// Opens it for all who wait and all who come later.
    pub fn open(&self) {
        // A waiter holds the lock from its look at the flag until it sleeps:
        // `Condvar::wait` releases the lock and falls asleep in one step. So
        // this line comes either before the look, and the waiter sees the
        // flag, or after the falling asleep, and it gets the notification.
        *self.is_open.lock().unwrap() = true;
        // First the flag, then the notification: a waiter woken too early
        // looks, finds the latch closed and sleeps on, for ever.
        //
        // The guard above is gone at the end of its statement. Notifying with
        // the lock held would be as right; a woken waiter would only run into
        // the lock. `notify_one` would wake one of them and no other.
        self.opened.notify_all();
    }

    /// Returns as soon as the latch is open.
    pub fn wait(&self) {
        let mut is_open = self.is_open.lock().unwrap();
        // A loop and not an `if`: `wait` may return although nobody notified.
        // What counts is the flag. `wait_while` is this loop, ready-made.
        while !*is_open {
            is_open = self.opened.wait(is_open).unwrap();
        }
        // What was written before `open` is visible here: the lock was
        // released there and acquired here, after it. That takes no ordering
        // to get right, which an atomic flag would.
    }
}
