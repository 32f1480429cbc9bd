//@ caught-by: model
//@ because: deadlock
//! An upgradable reader lets others read, and nobody write or ask.

use parking_lot::{RwLock, RwLockUpgradableReadGuard};

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
        let shown = self.shown.upgradable_read();
        let answer = ask(*shown);
        *RwLockUpgradableReadGuard::upgrade(shown) = answer;
    }
}
