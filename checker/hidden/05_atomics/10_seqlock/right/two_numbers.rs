//! A number of writes begun and a number of writes ended.

use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering, fence};

pub struct Position {
    begun: AtomicUsize,
    ended: AtomicUsize,
    values: [AtomicI64; 2],
}

impl Position {
    pub fn new(latitude: i64, longitude: i64) -> Self {
        Self {
            begun: AtomicUsize::new(0),
            ended: AtomicUsize::new(0),
            values: [AtomicI64::new(latitude), AtomicI64::new(longitude)],
        }
    }

    pub fn write(&self, latitude: i64, longitude: i64) {
        let this = self.begun.load(Ordering::Relaxed).wrapping_add(1);
        self.begun.store(this, Ordering::Relaxed);
        fence(Ordering::Release);
        for (word, value) in self.values.iter().zip([latitude, longitude]) {
            word.store(value, Ordering::Relaxed);
        }
        self.ended.store(this, Ordering::Release);
    }

    pub fn try_read(&self) -> Option<(i64, i64)> {
        let ended = self.ended.load(Ordering::Acquire);
        let [latitude, longitude] = &self.values;
        let found = (latitude.load(Ordering::Relaxed), longitude.load(Ordering::Relaxed));
        fence(Ordering::Acquire);
        if self.begun.load(Ordering::Relaxed) == ended { Some(found) } else { None }
    }
}
