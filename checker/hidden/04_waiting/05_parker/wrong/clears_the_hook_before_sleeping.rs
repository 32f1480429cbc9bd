//@ caught-by: model
//@ because: lost wakeup
//! Clears the token first, "to begin afresh": a ring that came first is gone.

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
        *token = false;
        while !*token {
            token = self.bell.wait(token).unwrap();
        }
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let mut token = self.token.lock().unwrap();
        *token = false;
        let waited = self.bell.wait_timeout_while(token, limit, |token| !*token);
        *waited.unwrap().0
    }

    pub fn unpark(&self) {
        *self.token.lock().unwrap() = true;
        self.bell.notify_one();
    }
}
