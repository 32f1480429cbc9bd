//! Counts calls: how many there were, how many are in progress.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// A counter of calls, shared between threads.
#[derive(Debug, Default)]
pub struct Calls {
    total: AtomicUsize,
    in_flight: AtomicUsize,
    peak: AtomicUsize,
}

/// A call in progress; it ends when this is dropped.
#[derive(Debug)]
pub struct Call<'a>(&'a Calls);

impl Calls {
    pub const fn new() -> Self {
        Self {
            total: AtomicUsize::new(0),
            in_flight: AtomicUsize::new(0),
            peak: AtomicUsize::new(0),
        }
    }

    /// Begins a call.
    pub fn enter(&self) -> Call<'_> {
        self.total.fetch_add(1, Relaxed);
        let now = self.in_flight.fetch_add(1, Relaxed) + 1;
        self.peak.fetch_max(now, Relaxed);
        Call(self)
    }

    /// Calls begun so far.
    pub fn total(&self) -> usize {
        self.total.load(Relaxed)
    }

    /// Calls in progress.
    pub fn in_flight(&self) -> usize {
        self.in_flight.load(Relaxed)
    }

    /// The most calls that were ever in progress at the same time.
    pub fn peak(&self) -> usize {
        self.peak.load(Relaxed)
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_outlives_the_calls() {
        let calls = Calls::new();
        {
            let _one = calls.enter();
            let _two = calls.enter();
            assert_eq!(calls.in_flight(), 2);
        }
        drop(calls.enter());
        assert_eq!((calls.total(), calls.in_flight(), calls.peak()), (3, 0, 2));
    }
}
