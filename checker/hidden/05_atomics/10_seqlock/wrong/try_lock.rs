//@ caught-by: model
//@ because: position
//! A lock: two readers get in each other's way.

use std::sync::Mutex;

pub struct Position(Mutex<(i64, i64)>);

impl Position {
    pub fn new(latitude: i64, longitude: i64) -> Self {
        Self(Mutex::new((latitude, longitude)))
    }

    pub fn write(&self, latitude: i64, longitude: i64) {
        *self.0.lock().unwrap() = (latitude, longitude);
    }

    pub fn try_read(&self) -> Option<(i64, i64)> {
        self.0.try_lock().ok().map(|position| *position)
    }
}
