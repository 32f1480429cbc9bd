//! Two copies of the position: the receiver writes the one that is not shown.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering, fence};

#[derive(Default)]
struct Copy {
    latitude: AtomicI64,
    longitude: AtomicI64,
}

pub struct Position {
    /// Writes begun.
    begun: AtomicU64,
    /// Writes ended; the newest position is in the copy of its last bit.
    ended: AtomicU64,
    copies: [Copy; 2],
}

impl Position {
    pub fn new(latitude: i64, longitude: i64) -> Self {
        let shown =
            Copy { latitude: AtomicI64::new(latitude), longitude: AtomicI64::new(longitude) };
        Self {
            begun: AtomicU64::new(0),
            ended: AtomicU64::new(0),
            copies: [shown, Copy::default()],
        }
    }

    pub fn write(&self, latitude: i64, longitude: i64) {
        let next = self.ended.load(Ordering::Relaxed) + 1;
        self.begun.store(next, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        let copy = &self.copies[(next % 2) as usize];
        copy.latitude.store(latitude, Ordering::Relaxed);
        copy.longitude.store(longitude, Ordering::Relaxed);
        self.ended.store(next, Ordering::Release);
    }

    pub fn try_read(&self) -> Option<(i64, i64)> {
        let shown = self.ended.load(Ordering::Acquire);
        let copy = &self.copies[(shown % 2) as usize];
        let found = (copy.latitude.load(Ordering::Relaxed), copy.longitude.load(Ordering::Relaxed));
        fence(Ordering::SeqCst);
        // The write after the next one uses this copy again.
        (self.begun.load(Ordering::Relaxed) < shown + 2).then_some(found)
    }
}
