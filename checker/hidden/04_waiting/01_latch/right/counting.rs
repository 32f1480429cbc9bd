//! Clumsy: counts its openings, and how many have a waiter to wake.

use std::sync::{Condvar, Mutex};

pub struct Latch {
    state: Mutex<(u32, u32)>,
    changed: Condvar,
}

impl Latch {
    pub fn new() -> Self {
        Self { state: Mutex::new((0, 0)), changed: Condvar::new() }
    }

    pub fn open(&self) {
        let mut state = self.state.lock().unwrap();
        state.0 = state.0.saturating_add(1);
        let waiting = state.1;
        for _ in 0..waiting {
            self.changed.notify_one();
        }
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        if state.0 > 0 {
            return;
        }
        state.1 += 1;
        loop {
            state = self.changed.wait(state).unwrap();
            if state.0 > 0 {
                state.1 -= 1;
                return;
            }
        }
    }
}
