//! A semaphore: a fixed number of permits, taken and given back.

use std::sync::{Condvar, Mutex};

/// Hands out permits, as many as it was made with.
pub struct Semaphore {
    permits: usize,
    out: Mutex<usize>,
    given_back: Condvar,
}

/// One permit; dropping it gives it back.
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    /// A semaphore with `permits` permits, at least one.
    pub fn new(permits: usize) -> Self {
        Self { permits, out: Mutex::new(0), given_back: Condvar::new() }
    }

    /// Takes a permit; sleeps while none is free.
    pub fn acquire(&self) -> Permit<'_> {
        let mut out = self.out.lock().unwrap();
        // A notification is a hint and no permit. Until the woken thread has
        // the lock, somebody who never slept may walk in and take the permit,
        // so what counts is the number, looked at again after every wait. With
        // an `if`, the line below would take a permit more than there are.
        while *out == self.permits {
            out = self.given_back.wait(out).unwrap();
        }
        *out += 1;
        // The lock is given up here, the permit is not. Holding the lock for
        // as long as the permit would make every semaphore one of one permit.
        Permit { semaphore: self }
    }

    /// Takes a permit if one is free now.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        // `lock` and not `try_lock`: that the *lock* is taken says nothing of
        // permits. It is held for a few instructions and never across a wait,
        // so this does not wait for a permit. Asking `available` first and
        // calling `acquire` then would: the permit may be gone in between.
        let mut out = self.out.lock().unwrap();
        if *out == self.permits {
            return None;
        }
        *out += 1;
        Some(Permit { semaphore: self })
    }

    /// How many permits are free now.
    pub fn available(&self) -> usize {
        self.permits - *self.out.lock().unwrap()
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.out.lock().unwrap() -= 1;
        // One permit more, one sleeper fewer: a notification for *each* permit
        // that comes back. "Only if all were out, else nobody sleeps" is false:
        // a thread that was woken for the first permit has not taken it yet
        // when the second comes back, and another still sleeps.
        //
        // After the change and outside the lock. Inside it would be right too;
        // the woken thread would then meet a lock that is still held. Before
        // the change it would be wrong: the woken look, find all out, sleep on.
        self.semaphore.given_back.notify_one();
    }
}

// What it costs: a lock taken and released for each permit, twice. Where that
// is too much, libraries keep the number in an atomic and come to the lock only
// when they have to sleep, or when somebody does.
