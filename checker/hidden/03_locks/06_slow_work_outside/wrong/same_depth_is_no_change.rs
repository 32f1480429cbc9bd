//@ caught-by: model
//@ because: ABA: the value came back
//! Compares the depths: one that went away and came back looks unchanged.

use parking_lot::Mutex;

pub struct DepthBoard {
    shown: Mutex<u32>,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: Mutex::new(depth) }
    }

    pub fn depth(&self) -> u32 {
        *self.shown.lock()
    }

    pub fn sound(&self, depth: u32) {
        *self.shown.lock() = depth;
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let depth = self.depth();
            let answer = ask(depth);
            let mut shown = self.shown.lock();
            if *shown == depth {
                *shown = answer;
                return;
            }
        }
    }
}
