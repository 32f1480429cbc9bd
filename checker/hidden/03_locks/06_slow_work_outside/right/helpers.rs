//! The loop, cut into helpers that lock and let go.

use parking_lot::Mutex;

pub struct DepthBoard {
    shown: Mutex<(u32, u64)>,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: Mutex::new((depth, 0)) }
    }

    pub fn depth(&self) -> u32 {
        self.look().0
    }

    pub fn sound(&self, depth: u32) {
        let mut shown = self.shown.lock();
        *shown = (depth, shown.1 + 1);
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        let mut seen = self.look();
        while !self.put_up_if(seen.1, ask(seen.0)) {
            seen = self.look();
        }
    }

    fn look(&self) -> (u32, u64) {
        *self.shown.lock()
    }

    fn put_up_if(&self, version: u64, depth: u32) -> bool {
        let mut shown = self.shown.lock();
        let unchanged = shown.1 == version;
        if unchanged {
            *shown = (depth, version + 1);
        }
        unchanged
    }
}
