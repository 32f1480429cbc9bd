//@ caught-by: model
//@ because: lost wakeup
//! Notifies, and then leaves the token.

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
        *token = false;
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let token = self.token.lock().unwrap();
        let waited = self.bell.wait_timeout_while(token, limit, |token| !*token);
        std::mem::take(&mut waited.unwrap().0)
    }

    pub fn unpark(&self) {
        self.bell.notify_one();
        *self.token.lock().unwrap() = true;
    }
}
