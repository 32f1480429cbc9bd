//! The two lines of the starter inside a critical section of their own.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct HitCounter {
    hits: AtomicU64,
    turn: Mutex<()>,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        let turn = self.turn.lock().unwrap();
        let seen = self.hits.load(Ordering::Relaxed);
        self.hits.store(seen + 1, Ordering::Relaxed);
        drop(turn);
    }

    pub fn get(&self) -> u64 {
        let _turn = self.turn.lock().unwrap();
        self.hits.load(Ordering::Relaxed)
    }
}
