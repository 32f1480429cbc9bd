//@ caught-by: model
//@ because: expected 2
//! "Every access is under the lock", but the read and the write are apart.

use std::sync::Mutex;

#[derive(Default)]
pub struct HitCounter {
    hits: Mutex<u64>,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        let seen = *self.hits.lock().unwrap();
        *self.hits.lock().unwrap() = seen + 1;
    }

    pub fn get(&self) -> u64 {
        *self.hits.lock().unwrap()
    }
}
