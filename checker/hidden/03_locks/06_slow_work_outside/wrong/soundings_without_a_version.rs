//@ caught-by: model
//@ because: section cut in two
//! Only corrections have a version.

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
        self.shown.lock().depth = depth;
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            let (depth, version) = {
                let shown = self.shown.lock();
                (shown.depth, shown.version)
            };
            let answer = ask(depth);
            let mut shown = self.shown.lock();
            if shown.version == version {
                shown.depth = answer;
                shown.version += 1;
                return;
            }
        }
    }
}
