//! The highest level that any of several gauges has reported.

use std::sync::atomic::{AtomicU64, Ordering};

/// The highest level so far, in centimetres.
#[derive(Default)]
pub struct HighWater {
    peak: AtomicU64,
}

impl HighWater {
    /// A mark with no report yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reports a level; returns whether it is a new record.
    //
    // The obvious other answer is `self.peak.fetch_max(level, Relaxed) < level`:
    // one line, and what to write outside of this exercise. The loop below is
    // what `fetch_max` is on processors that have no such instruction, and the
    // shape of every operation that `std` has no method for. A `Mutex<u64>`
    // would be right about the numbers, but a gauge that stops while it holds
    // the lock stops all others.
    pub fn report(&self, level: u64) -> bool {
        // Relaxed suffices: a stale value costs one more round, since the
        // exchange below compares with the newest.
        let mut peak = self.peak.load(Ordering::Relaxed);
        // The question is asked again in each round, of the value that came
        // back. Asked only once, before the loop, a report of 702 that was
        // overtaken by one of 715 would go on until it had written over it.
        while level > peak {
            // The weak one may fail although nothing has changed. In a loop
            // that is one more round; on ARM and RISC-V it saves a second loop
            // inside. Relaxed on both sides suffices: the peak is all there is
            // to see, no other data is published with it, and exchanges of one
            // atomic have one order whatever their `Ordering`.
            match self.peak.compare_exchange_weak(peak, level, Ordering::Relaxed, Ordering::Relaxed)
            {
                Ok(_) => return true,
                // What it is now, and what to compare with in the next round.
                // With the old value the exchange would fail for ever.
                Err(now) => peak = now,
            }
        }
        false
        // What it costs: a round for each report that came between, and only
        // higher ones bring another. Somebody gets on in each round, so no
        // thread waits for one that stands still; that is called lock-free.
    }

    /// The highest level reported so far.
    pub fn peak(&self) -> u64 {
        // Relaxed suffices: one atomic never goes back for one reader, and
        // whoever has joined the gauges sees all they wrote.
        self.peak.load(Ordering::Relaxed)
    }
}
