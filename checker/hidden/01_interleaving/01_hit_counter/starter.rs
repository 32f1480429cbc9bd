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
        // TODO: count both visits when two visitors arrive together.
        let seen = self.hits.load(Ordering::SeqCst);
        self.hits.store(seen + 1, Ordering::SeqCst);
    }

    /// How many visits were counted so far.
    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
