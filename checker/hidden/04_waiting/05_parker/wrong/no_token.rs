//@ caught-by: model
//@ because: lost wakeup
//! A bell without a hook: a ring that finds nobody is gone.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Default)]
pub struct Parker {
    lock: Mutex<()>,
    bell: Condvar,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn park(&self) {
        let guard = self.lock.lock().unwrap();
        drop(self.bell.wait(guard).unwrap());
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let guard = self.lock.lock().unwrap();
        let (_guard, result) = self.bell.wait_timeout(guard, limit).unwrap();
        !result.timed_out()
    }

    pub fn unpark(&self) {
        self.bell.notify_one();
    }
}
