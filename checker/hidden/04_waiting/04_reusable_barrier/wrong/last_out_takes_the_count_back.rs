//@ caught-by: model
//@ because: set
//! Each one counts down on its way out: who is quick walks in again meanwhile.

use std::sync::{Condvar, Mutex};

pub struct Barrier {
    state: Mutex<State>,
    all_there: Condvar,
}

struct State {
    members: usize,
    waiting: usize,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        let state = State { members, waiting: 0 };
        Self { state: Mutex::new(state), all_there: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        state.waiting += 1;
        if state.waiting >= state.members {
            self.all_there.notify_all();
        }
        while state.waiting < state.members {
            state = self.all_there.wait(state).unwrap();
        }
        state.members -= 1;
        if state.members == 0 {
            state.members = state.waiting;
            state.waiting = 0;
        }
    }

    pub fn leave(&self) {
        self.state.lock().unwrap().members -= 1;
        self.all_there.notify_all();
    }
}
