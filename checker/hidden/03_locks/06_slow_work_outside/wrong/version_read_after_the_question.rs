//@ caught-by: model
//@ because: depth on the board
//! Copies the version when the answer is there already.

use parking_lot::Mutex;

struct Shown {
    depth: u32,
    version: u64,
}

pub struct DepthBoard {
    shown: Mutex<Shown>,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: Mutex::new(Shown { depth, version: 0 }) }
    }

    pub fn depth(&self) -> u32 {
        self.shown.lock().depth
    }

    pub fn sound(&self, depth: u32) {
        let mut shown = self.shown.lock();
        shown.depth = depth;
        shown.version += 1;
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let depth = self.depth();
            let answer = ask(depth);
            let version = self.shown.lock().version;
            let mut shown = self.shown.lock();
            if shown.version == version {
                shown.depth = answer;
                shown.version += 1;
                return;
            }
        }
    }
}
