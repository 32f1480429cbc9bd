//@ caught-by: model
//@ because: no second token after one ring: no
//! A latch: once rung, always open.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Default)]
pub struct Parker {
    token: Mutex<bool>,
    bell: Condvar,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn park(&self) {
        let mut token = self.token.lock().unwrap();
        while !*token {
            token = self.bell.wait(token).unwrap();
        }
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let token = self.token.lock().unwrap();
        let waited = self.bell.wait_timeout_while(token, limit, |token| !*token);
        *waited.unwrap().0
    }

    pub fn unpark(&self) {
        *self.token.lock().unwrap() = true;
        self.bell.notify_one();
    }
}
