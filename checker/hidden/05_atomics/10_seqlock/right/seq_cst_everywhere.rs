//! The strongest ordering on every operation, and no fence.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

pub struct Position {
    sequence: AtomicU64,
    latitude: AtomicI64,
    longitude: AtomicI64,
}

impl Position {
    pub fn new(latitude: i64, longitude: i64) -> Self {
        Self {
            sequence: AtomicU64::new(0),
            latitude: AtomicI64::new(latitude),
            longitude: AtomicI64::new(longitude),
        }
    }

    pub fn write(&self, latitude: i64, longitude: i64) {
        let sequence = self.sequence.load(Ordering::SeqCst);
        self.sequence.store(sequence + 1, Ordering::SeqCst);
        self.latitude.store(latitude, Ordering::SeqCst);
        self.longitude.store(longitude, Ordering::SeqCst);
        self.sequence.store(sequence + 2, Ordering::SeqCst);
    }

    pub fn try_read(&self) -> Option<(i64, i64)> {
        let before = self.sequence.load(Ordering::SeqCst);
        let latitude = self.latitude.load(Ordering::SeqCst);
        let longitude = self.longitude.load(Ordering::SeqCst);
        let after = self.sequence.load(Ordering::SeqCst);
        (before == after && before.is_multiple_of(2)).then_some((latitude, longitude))
    }
}
