//@ caught-by: model
//@ because: section cut in two
//! A reader-writer lock: looks as a reader, sells as a writer.

use parking_lot::RwLock;

pub struct BoxOffice {
    total: u64,
    left: RwLock<u64>,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { total, left: RwLock::new(total) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let left = self.left.read();
        if *left < count {
            return None;
        }
        let first = self.total - *left + 1;
        drop(left);
        *self.left.write() -= count;
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
