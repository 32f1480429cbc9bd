//! Counts arrivals without ever going back, and where the round ends.

use std::sync::{Condvar, Mutex};

pub struct Barrier {
    /// Members, arrivals so far, arrivals that end this round.
    state: Mutex<(u64, u64, u64)>,
    moved: Condvar,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        let members = members as u64;
        Self { state: Mutex::new((members, 0, members)), moved: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        state.1 += 1;
        let mine = state.1;
        if state.1 == state.2 {
            state.2 += state.0;
            drop(state);
            return self.moved.notify_all();
        }
        // What ended the round before is not yet as far as this arrival.
        while state.2 - state.0 < mine {
            state = self.moved.wait(state).unwrap();
        }
    }

    pub fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        state.0 -= 1;
        state.2 -= 1;
        if state.1 == state.2 {
            state.2 += state.0;
            self.moved.notify_all();
        }
    }
}
