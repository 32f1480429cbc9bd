//@ caught-by: model
//@ because: lost wakeup
//! Resets the count and waits for 0: who is back early makes it 1 again.

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
        if state.waiting == state.members {
            state.waiting = 0;
            self.all_there.notify_all();
        }
        while state.waiting != 0 {
            state = self.all_there.wait(state).unwrap();
        }
    }

    pub fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        state.members -= 1;
        if state.waiting == state.members {
            state.waiting = 0;
            self.all_there.notify_all();
        }
    }
}
