//@ caught-by: test
//@ because: eat at the same time
//! Nobody deadlocks who eats alone.

use parking_lot::Mutex;

pub struct Table {
    table: Mutex<()>,
}

impl Table {
    pub fn new(_seats: usize) -> Self {
        Self { table: Mutex::new(()) }
    }

    pub fn eat(&self, _seat: usize, meal: impl FnOnce()) {
        let _table = self.table.lock();
        meal();
    }
}
