//! Each depth is a sign of its own; who still holds the old one knows it again.

use parking_lot::Mutex;
use std::sync::Arc;

pub struct DepthBoard {
    shown: Mutex<Arc<u32>>,
}

impl DepthBoard {
    pub fn new(depth: u32) -> Self {
        Self { shown: Mutex::new(Arc::new(depth)) }
    }

    pub fn depth(&self) -> u32 {
        **self.shown.lock()
    }

    pub fn sound(&self, depth: u32) {
        *self.shown.lock() = Arc::new(depth);
    }

    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            // Held during the question, so its address is not used again.
            let old = Arc::clone(&self.shown.lock());
            let new = Arc::new(ask(*old));
            let mut shown = self.shown.lock();
            if Arc::ptr_eq(&old, &shown) {
                *shown = new;
                return;
            }
        }
    }
}
