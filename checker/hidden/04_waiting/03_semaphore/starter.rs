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
        // TODO: never more permits than there are.
        let mut out = self.out.lock().unwrap();
        if *out == self.permits {
            out = self.given_back.wait(out).unwrap();
        }
        *out += 1;
        Permit { semaphore: self }
    }

    /// Takes a permit if one is free now.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        // TODO: `None` only if all permits are out.
        let mut out = self.out.try_lock().ok()?;
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
        // TODO: nobody sleeps while a permit is free.
        let mut out = self.semaphore.out.lock().unwrap();
        let all_were_out = *out == self.semaphore.permits;
        *out -= 1;
        if all_were_out {
            self.semaphore.given_back.notify_one();
        }
    }
}
