//@ caught-by: model
//@ because: section cut in two
//! Asks outside the lock and puts up whatever comes back.

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
        let depth = self.depth();
        let answer = ask(depth);
        self.sound(answer);
    }
}
