//! Nobody comes in before everybody is out: two phases in each round.

use std::sync::{Condvar, Mutex};

struct State {
    members: usize,
    inside: usize,
    going_out: bool,
}

pub struct Barrier {
    state: Mutex<State>,
    changed: Condvar,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        let state = State { members, inside: 0, going_out: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        while state.going_out {
            state = self.changed.wait(state).unwrap();
        }
        state.inside += 1;
        self.open_if_all_are_in(&mut state);
        while !state.going_out {
            state = self.changed.wait(state).unwrap();
        }
        state.inside -= 1;
        if state.inside == 0 {
            state.going_out = false;
            self.changed.notify_all();
        }
    }

    pub fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        state.members -= 1;
        if !state.going_out && state.inside > 0 {
            self.open_if_all_are_in(&mut state);
        }
    }

    fn open_if_all_are_in(&self, state: &mut State) {
        if state.inside == state.members {
            state.going_out = true;
            self.changed.notify_all();
        }
    }
}
