//@ caught-by: model
//@ because: deadlock
//! Readers together: others read and ask during the question, and pilots wait.

use parking_lot::RwLock;

pub struct DepthBoard {
    shown: RwLock<(u32, u64)>,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: RwLock::new((depth, 0)) }
    }

    pub fn depth(&self) -> u32 {
        self.shown.read().0
    }

    pub fn sound(&self, depth: u32) {
        let mut shown = self.shown.write();
        *shown = (depth, shown.1 + 1);
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let seen = self.shown.read();
            let answer = ask(seen.0);
            let version = seen.1;
            drop(seen);
            let mut shown = self.shown.write();
            if shown.1 == version {
                *shown = (answer, version + 1);
                return;
            }
        }
    }
}
