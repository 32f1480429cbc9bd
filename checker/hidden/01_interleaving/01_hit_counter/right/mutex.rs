//! A lock held from the read to the write.

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
        let mut hits = self.hits.lock().unwrap();
        let seen = *hits;
        *hits = seen + 1;
    }

    pub fn get(&self) -> u64 {
        *self.hits.lock().unwrap()
    }
}
