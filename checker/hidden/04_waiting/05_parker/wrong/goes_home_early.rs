//@ caught-by: model
//@ because: early return
//! Does not wait for the rest of the time after a waking for no reason.

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
        if !*token {
            token = self.bell.wait_timeout(token, limit).unwrap().0;
        }
        std::mem::take(&mut token)
    }

    pub fn unpark(&self) {
        *self.token.lock().unwrap() = true;
        self.bell.notify_one();
    }
}
