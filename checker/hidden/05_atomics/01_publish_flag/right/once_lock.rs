//! The type that the standard library has for this.

use std::sync::OnceLock;

#[derive(Default)]
pub struct WindBoard {
    wind: OnceLock<(u64, u64)>,
}

impl WindBoard {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn post(&self, direction: u64, speed: u64) {
        self.wind.set((direction, speed)).expect("post is called once");
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        self.wind.get().copied()
    }
}
