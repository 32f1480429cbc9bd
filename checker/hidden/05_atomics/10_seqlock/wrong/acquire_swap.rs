//@ caught-by: model
//@ because: stale read
//! Makes the number odd with a read-modify-write, which publishes nothing.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering, fence};

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
        let sequence = self.sequence.load(Ordering::Relaxed);
        self.sequence.fetch_add(1, Ordering::Acquire);
        self.latitude.store(latitude, Ordering::Relaxed);
        self.longitude.store(longitude, Ordering::Relaxed);
        self.sequence.store(sequence + 2, Ordering::Release);
    }

    pub fn try_read(&self) -> Option<(i64, i64)> {
        let before = self.sequence.load(Ordering::Acquire);
        let latitude = self.latitude.load(Ordering::Relaxed);
        let longitude = self.longitude.load(Ordering::Relaxed);
        fence(Ordering::Acquire);
        let after = self.sequence.load(Ordering::Relaxed);
        (before == after && before.is_multiple_of(2)).then_some((latitude, longitude))
    }
}
