//! The version is an atomic beside the lock, changed only under it and read first.

use parking_lot::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub struct DepthBoard {
    shown: Mutex<u32>,
    soundings: AtomicU64,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: Mutex::new(depth), soundings: AtomicU64::new(0) }
    }

    pub fn depth(&self) -> u32 {
        *self.shown.lock()
    }

    pub fn sound(&self, depth: u32) {
        let mut shown = self.shown.lock();
        *shown = depth;
        self.soundings.fetch_add(1, SeqCst);
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let version = self.soundings.load(SeqCst);
            let depth = self.depth();
            let answer = ask(depth);
            let mut shown = self.shown.lock();
            if self.soundings.load(SeqCst) == version {
                *shown = answer;
                self.soundings.fetch_add(1, SeqCst);
                return;
            }
        }
    }
}
