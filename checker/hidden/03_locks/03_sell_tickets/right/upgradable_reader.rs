//! A reader-writer lock: sellers read with the right to write, boards only read.

use parking_lot::{RwLock, RwLockUpgradableReadGuard};

pub struct BoxOffice {
    total: u64,
    left: RwLock<u64>,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { total, left: RwLock::new(total) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let left = self.left.upgradable_read();
        if *left < count {
            return None;
        }
        let first = self.total - *left + 1;
        *RwLockUpgradableReadGuard::upgrade(left) -= count;
        Some(first)
    }

    pub fn left(&self) -> u64 {
        *self.left.read()
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left();
        (left, self.total - left)
    }
}
