//@ caught-by: model
//@ because: spurious
//! Believes that whoever wakes was called.

use std::sync::{Condvar, Mutex};

pub struct Barrier {
    state: Mutex<State>,
    all_there: Condvar,
}

struct State {
    members: usize,
    waiting: usize,
    round: u64,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        let state = State { members, waiting: 0, round: 0 };
        Self { state: Mutex::new(state), all_there: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        let mine = state.round;
        state.waiting += 1;
        if state.waiting == state.members {
            state.waiting = 0;
            state.round += 1;
            self.all_there.notify_all();
        }
        if state.round == mine {
            drop(self.all_there.wait(state).unwrap());
        }
    }

    pub fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        state.members -= 1;
        if state.waiting == state.members {
            state.waiting = 0;
            state.round += 1;
            self.all_there.notify_all();
        }
    }
}
