//@ caught-by: model
//@ because: luggage that the ferryman saw: 0
//! A semaphore: every ring is one more crossing.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Default)]
pub struct Parker {
    tokens: Mutex<u32>,
    bell: Condvar,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn park(&self) {
        let tokens = self.tokens.lock().unwrap();
        *self.bell.wait_while(tokens, |tokens| *tokens == 0).unwrap() -= 1;
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let tokens = self.tokens.lock().unwrap();
        let waited = self.bell.wait_timeout_while(tokens, limit, |tokens| *tokens == 0);
        let mut tokens = waited.unwrap().0;
        let taken = *tokens > 0;
        *tokens = tokens.saturating_sub(1);
        taken
    }

    pub fn unpark(&self) {
        *self.tokens.lock().unwrap() += 1;
        self.bell.notify_one();
    }
}
