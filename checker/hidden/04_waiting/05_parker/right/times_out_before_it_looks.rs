//! Gives up when the time is up, and leaves a token that came just then.

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
        let token = self.token.lock().unwrap();
        let mut token = self.bell.wait_while(token, |token| !*token).unwrap();
        *token = false;
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let token = self.token.lock().unwrap();
        let waited = self.bell.wait_timeout_while(token, limit, |token| !*token);
        let (mut token, result) = waited.unwrap();
        if result.timed_out() {
            return false;
        }
        *token = false;
        true
    }

    pub fn unpark(&self) {
        *self.token.lock().unwrap() = true;
        self.bell.notify_one();
    }
}
