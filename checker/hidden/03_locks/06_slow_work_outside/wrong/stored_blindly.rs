//@ caught-by: model
//@ because: lost update
//! "An atomic needs no lock": loads, asks and stores.

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
        let depth = self.shown.load(SeqCst);
        let answer = ask(depth);
        self.shown.store(answer, SeqCst);
    }
}
