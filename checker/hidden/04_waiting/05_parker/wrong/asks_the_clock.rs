//@ caught-by: model
//@ because: a token that the ferryman took or left
//! Returns whether the time was not up; the token goes either way.

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
        let mut token = self.token.lock().unwrap();
        let mut timed_out = false;
        while !*token && !timed_out {
            let waited = self.bell.wait_timeout(token, limit).unwrap();
            (token, timed_out) = (waited.0, waited.1.timed_out());
        }
        *token = false;
        !timed_out
    }

    pub fn unpark(&self) {
        *self.token.lock().unwrap() = true;
        self.bell.notify_one();
    }
}
