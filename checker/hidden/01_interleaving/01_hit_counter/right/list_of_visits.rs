//! Keeps every visit instead of a number.

use std::sync::Mutex;

#[derive(Default)]
pub struct HitCounter {
    visits: Mutex<Vec<()>>,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        self.visits.lock().unwrap().push(());
    }

    pub fn get(&self) -> u64 {
        self.visits.lock().unwrap().len() as u64
    }
}
