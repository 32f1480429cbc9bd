//@ caught-by: model
//@ because: self-deadlock
//! "Readers do not disturb one another": keeps the read guard, then writes.

use parking_lot::RwLock;

pub struct DepthBoard {
    shown: RwLock<u32>,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: RwLock::new(depth) }
    }

    pub fn depth(&self) -> u32 {
        *self.shown.read()
    }

    pub fn sound(&self, depth: u32) {
        *self.shown.write() = depth;
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        let depth = self.shown.read();
        let answer = ask(*depth);
        *self.shown.write() = answer;
    }
}
