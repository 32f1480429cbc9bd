//! A board that shows the depth of a channel.

use parking_lot::Mutex;

/// Shows a depth in decimetres.
pub struct DepthBoard {
    shown: Mutex<u32>,
}

impl DepthBoard {
    /// A board that shows `depth`.
    pub fn new(depth: u32) -> Self {
        Self { shown: Mutex::new(depth) }
    }

    /// The depth that is shown.
    pub fn depth(&self) -> u32 {
        *self.shown.lock()
    }

    /// Puts up what a pilot has sounded.
    pub fn sound(&self, depth: u32) {
        *self.shown.lock() = depth;
    }

    /// Asks what to make of the depth that is shown, and puts up the answer.
    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        // TODO: let nobody wait while the tide service thinks.
        let mut shown = self.shown.lock();
        *shown = ask(*shown);
    }
}
