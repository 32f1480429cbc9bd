//@ caught-by: model
//@ because: lost update
//! "If my number is still there afterwards, it was counted."

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct HitCounter {
    hits: AtomicU64,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        loop {
            let mine = self.hits.load(Ordering::SeqCst) + 1;
            self.hits.store(mine, Ordering::SeqCst);
            if self.hits.load(Ordering::SeqCst) >= mine {
                return;
            }
        }
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
