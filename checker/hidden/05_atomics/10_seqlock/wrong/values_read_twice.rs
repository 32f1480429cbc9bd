//@ caught-by: model
//@ because: longitude
//! Reads both values twice instead of asking for a number.

use std::sync::atomic::{AtomicI64, Ordering};

pub struct Position {
    latitude: AtomicI64,
    longitude: AtomicI64,
}

impl Position {
    pub fn new(latitude: i64, longitude: i64) -> Self {
        Self { latitude: AtomicI64::new(latitude), longitude: AtomicI64::new(longitude) }
    }

    pub fn write(&self, latitude: i64, longitude: i64) {
        self.latitude.store(latitude, Ordering::SeqCst);
        self.longitude.store(longitude, Ordering::SeqCst);
    }

    pub fn try_read(&self) -> Option<(i64, i64)> {
        let look = || {
            let latitude = self.latitude.load(Ordering::SeqCst);
            (latitude, self.longitude.load(Ordering::SeqCst))
        };
        let first = look();
        (look() == first).then_some(first)
    }
}
