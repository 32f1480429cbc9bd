//@ caught-by: model
//@ because: ABA: the value came back
//! Exchanges if the depth is still the same: it may be the same again.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

pub struct DepthBoard {
    shown: AtomicU32,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: AtomicU32::new(depth) }
    }

    pub fn depth(&self) -> u32 {
        self.shown.load(SeqCst)
    }

    pub fn sound(&self, depth: u32) {
        self.shown.store(depth, SeqCst);
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let depth = self.shown.load(SeqCst);
            let answer = ask(depth);
            if self.shown.compare_exchange(depth, answer, SeqCst, SeqCst).is_ok() {
                return;
            }
        }
    }
}
