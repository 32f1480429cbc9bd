//! Readers share, visitors take turns.

use std::sync::RwLock;

#[derive(Default)]
pub struct HitCounter {
    hits: RwLock<u64>,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        *self.hits.write().unwrap() += 1;
    }

    pub fn get(&self) -> u64 {
        *self.hits.read().unwrap()
    }
}
