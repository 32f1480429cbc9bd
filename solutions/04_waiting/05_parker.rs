//! A parker: a place to sleep, with a bell that is not forgotten.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// One thread sleeps here; any thread may wake it, also beforehand.
#[derive(Default)]
pub struct Parker {
    // The memory that a condition variable does not have: one token, there or
    // not there. A `bool` and not a number. With a number, ten rings for one
    // piece of news would let the sleeper through ten times, nine of them for
    // nothing.
    token: Mutex<bool>,
    bell: Condvar,
}

impl Parker {
    /// A parker at which nobody has rung.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sleeps until there is a token, and takes it.
    pub fn park(&self) {
        let token = self.token.lock().unwrap();
        // Looks before it sleeps, for a ring that came first, and again after
        // each waking, for `wait` may return although nobody rang.
        let mut token = self.bell.wait_while(token, |token| !*token).unwrap();
        // Under the same guard as the look. To clear the token before sleeping
        // is the obvious other place, and throws away a ring that came first.
        *token = false;
    }

    /// As `park`, but for `limit` at most. Returns whether it took a token.
    pub fn park_timeout(&self, limit: Duration) -> bool {
        let token = self.token.lock().unwrap();
        // `wait_timeout_while` looks again after each waking, and then waits
        // for the rest of the time only.
        let waited = self.bell.wait_timeout_while(token, limit, |token| !*token);
        let (mut token, _timed_out) = waited.unwrap();
        // What counts is the token and not why the waiting ended: the bell may
        // ring just when the time is up. Taking the token and telling of it are
        // one step, so they agree whatever the clock says.
        std::mem::take(&mut token)
    }

    /// Leaves a token, if there is none, and wakes who sleeps.
    pub fn unpark(&self) {
        // The lock is taken also if there is a token already. Whoever takes
        // the token locks after this, and so sees what the ringer wrote before
        // it rang. To look first, and to go home if there is a token, would
        // save a lock and lose that.
        *self.token.lock().unwrap() = true;
        // After the change. One thread sleeps here at most, so one is woken.
        self.bell.notify_one();
    }
}

// What it costs: a lock for each ring. `std::thread::park`, which is this parker
// with a thread attached, keeps the token in an atomic and calls the operating
// system only when somebody sleeps.
