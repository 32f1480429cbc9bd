//! A bit in the place of the number: nobody is two rounds ahead.

use std::sync::{Condvar, Mutex};

pub struct Barrier {
    state: Mutex<State>,
    all_there: Condvar,
}

struct State {
    members: usize,
    waiting: usize,
    flipped: bool,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        let state = State { members, waiting: 0, flipped: false };
        Self { state: Mutex::new(state), all_there: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        let before = state.flipped;
        state.waiting += 1;
        self.end_round(&mut state);
        drop(self.all_there.wait_while(state, |state| state.flipped == before).unwrap());
    }

    pub fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        state.members -= 1;
        self.end_round(&mut state);
    }

    fn end_round(&self, state: &mut State) {
        if state.waiting >= state.members {
            state.waiting = 0;
            state.flipped = !state.flipped;
            self.all_there.notify_all();
        }
    }
}
