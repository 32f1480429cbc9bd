//! A counter of visits to a web page.

use std::sync::atomic::{AtomicU64, Ordering};

/// Counts the visits to one page.
#[derive(Default)]
pub struct HitCounter {
    hits: AtomicU64,
}

impl HitCounter {
    /// A counter for a page that nobody has visited yet.
    pub fn new() -> Self {
        Self { hits: AtomicU64::new(0) }
    }

    /// Counts one visit.
    pub fn hit(&self) {
        // Reading and writing back are one indivisible operation here. A load
        // followed by a store is two, however strong their orderings: an
        // ordering says what other threads see of the operations around this
        // one, never that nobody comes between two of them. That is why SeqCst
        // did not help the starter and why Relaxed suffices here: the counter
        // announces nothing but itself.
        //
        // A `Mutex<u64>` is right as well. It is the tool for updates that one
        // atomic operation cannot express; adding 1 is one.
        self.hits.fetch_add(1, Ordering::Relaxed);
    }

    /// How many visits were counted so far.
    pub fn get(&self) -> u64 {
        // Relaxed suffices: all threads agree on the order of the values of a
        // single atomic, so a later look never finds an older number. That all
        // visits are in it at the end is the doing of `join`.
        self.hits.load(Ordering::Relaxed)
    }
}
