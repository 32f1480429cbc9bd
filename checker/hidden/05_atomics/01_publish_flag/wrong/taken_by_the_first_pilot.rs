//@ caught-by: model
//@ because: wind after everybody left
//! The first pilot takes the wind along.

use std::sync::Mutex;

#[derive(Default)]
pub struct WindBoard {
    wind: Mutex<Option<(u64, u64)>>,
}

impl WindBoard {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn post(&self, direction: u64, speed: u64) {
        *self.wind.lock().unwrap() = Some((direction, speed));
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        self.wind.lock().unwrap().take()
    }
}
