//! Three counters of visitors.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// One number, changed without a lock.
pub struct AtomicCounter {
    visitors: AtomicU64,
}

impl AtomicCounter {
    /// A counter of nobody yet.
    pub fn new() -> Self {
        Self { visitors: AtomicU64::new(0) }
    }

    /// Counts one visitor.
    pub fn enter(&self) {
        // One operation that reads, adds and writes. "The number is atomic"
        // was true of the starter as well, but its load and its store were two
        // atomic operations with a gap between them.
        //
        // Relaxed suffices: nothing but the number itself is announced.
        //
        // Cost: one instruction, as long as one core counts. With several, the
        // cache line that holds the number travels between them at each visit.
        self.visitors.fetch_add(1, Ordering::Relaxed);
    }

    /// The visitors counted so far.
    pub fn total(&self) -> u64 {
        // Relaxed suffices: all threads agree on the order of the values of
        // one atomic, so the number never falls.
        self.visitors.load(Ordering::Relaxed)
    }
}

/// One number behind a lock.
pub struct LockedCounter {
    visitors: Mutex<u64>,
}

impl LockedCounter {
    /// A counter of nobody yet.
    pub fn new() -> Self {
        Self { visitors: Mutex::new(0) }
    }

    /// Counts one visitor.
    pub fn enter(&self) {
        // One guard, from the reading to the writing. The starter locked for
        // each of them, so "every access is under the lock" was true and no
        // help: the number that was read is out of date as soon as its guard
        // is gone.
        //
        // Cost: a lock and an unlock, and a sleep when somebody else is in. It
        // pays where an update is more than one number.
        *self.visitors.lock().unwrap() += 1;
    }

    /// The visitors counted so far.
    pub fn total(&self) -> u64 {
        *self.visitors.lock().unwrap()
    }
}

/// The number of the next thread.
static NEXT: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// The number of this thread, given to it when it first enters.
    //
    // The obvious other answer is to take the next number at each visit. That
    // spreads the visits too, but then all threads meet at `NEXT` each time,
    // and the shards save nothing.
    static NUMBER: usize = next_number();
}

fn next_number() -> usize {
    // To hand out a number is an update like any other. With a load and a
    // store, two threads get the same number, and hence the same shard.
    //
    // Relaxed suffices: the number is all that is handed out.
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Several numbers; a thread counts in one of them.
pub struct ShardedCounter {
    shards: Vec<AtomicU64>,
}

impl ShardedCounter {
    /// A counter of nobody yet, with that many shards.
    pub fn new(shards: usize) -> Self {
        Self { shards: (0..shards).map(|_| AtomicU64::new(0)).collect() }
    }

    /// Counts one visitor in the shard of this thread.
    pub fn enter(&self) {
        let number = NUMBER.with(|number| *number);
        let own = &self.shards[number % self.shards.len()];
        // An atomic addition here too: with more threads than shards, a shard
        // is nobody's own. Relaxed suffices, as for the single number.
        //
        // Cost: memory for each shard, and a look at all of them for a sum. It
        // pays where many count and few look, and pays in full only if each
        // shard has a cache line to itself, which these have not.
        own.fetch_add(1, Ordering::Relaxed);
    }

    /// The visitors counted so far.
    pub fn total(&self) -> u64 {
        // The shards are read one after the other, so the sum may be that of
        // no single moment. But none of them ever falls: the sum is at least
        // what was there at the beginning of the call, and at most what is
        // there at its end.
        self.shards().iter().sum()
    }

    /// What each shard has counted.
    pub fn shards(&self) -> Vec<u64> {
        // Relaxed suffices: that all visits are there at the end is the doing
        // of `join`.
        self.shards.iter().map(|shard| shard.load(Ordering::Relaxed)).collect()
    }
}
