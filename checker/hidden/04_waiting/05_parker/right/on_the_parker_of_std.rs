//! The thread that parks leaves its name, and parks with std.

use std::sync::Mutex;
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

#[derive(Default)]
struct State {
    token: bool,
    sleeper: Option<Thread>,
}

#[derive(Default)]
pub struct Parker {
    state: Mutex<State>,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    fn take(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        let taken = std::mem::take(&mut state.token);
        state.sleeper = (!taken).then(thread::current);
        taken
    }

    pub fn park(&self) {
        while !self.take() {
            thread::park();
        }
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let end = Instant::now() + limit;
        loop {
            if self.take() {
                return true;
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            thread::park_timeout(left);
        }
    }

    pub fn unpark(&self) {
        let mut state = self.state.lock().unwrap();
        state.token = true;
        if let Some(sleeper) = state.sleeper.take() {
            sleeper.unpark();
        }
    }
}
