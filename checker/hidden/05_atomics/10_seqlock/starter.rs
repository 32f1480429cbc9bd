//! A position that one thread writes and any number of threads read.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// Where the ship is, in billionths of a degree.
pub struct Position {
    /// Odd while a write is going on; two more after each write.
    sequence: AtomicU64,
    latitude: AtomicI64,
    longitude: AtomicI64,
}

impl Position {
    /// A position that is known from the beginning.
    pub fn new(latitude: i64, longitude: i64) -> Self {
        Self {
            sequence: AtomicU64::new(0),
            latitude: AtomicI64::new(latitude),
            longitude: AtomicI64::new(longitude),
        }
    }

    /// Sets both; called by one thread at a time.
    pub fn write(&self, latitude: i64, longitude: i64) {
        // TODO: which of these four lines may others see too early?
        let sequence = self.sequence.load(Ordering::Relaxed);
        self.sequence.store(sequence + 1, Ordering::Release);
        self.latitude.store(latitude, Ordering::Relaxed);
        self.longitude.store(longitude, Ordering::Relaxed);
        self.sequence.store(sequence + 2, Ordering::Release);
    }

    /// Latitude and longitude as they were set together, or `None` if a write
    /// came in between.
    pub fn try_read(&self) -> Option<(i64, i64)> {
        // TODO: which of these four lines may be carried out too early?
        let before = self.sequence.load(Ordering::Acquire);
        let latitude = self.latitude.load(Ordering::Relaxed);
        let longitude = self.longitude.load(Ordering::Relaxed);
        let after = self.sequence.load(Ordering::Acquire);
        (before == after && before.is_multiple_of(2)).then_some((latitude, longitude))
    }
}
