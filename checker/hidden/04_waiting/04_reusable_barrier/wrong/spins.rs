//@ caught-by: test
//@ because: a hiker that sleeps until it is woken
//! Right in every interleaving, and awake in all of them.

use std::sync::Mutex;
use std::thread;

pub struct Barrier {
    state: Mutex<State>,
}

struct State {
    members: usize,
    waiting: usize,
    round: u64,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        let state = State { members, waiting: 0, round: 0 };
        Self { state: Mutex::new(state) }
    }

    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        let mine = state.round;
        state.waiting += 1;
        if state.waiting == state.members {
            state.waiting = 0;
            state.round += 1;
        }
        drop(state);
        while self.state.lock().unwrap().round == mine {
            thread::yield_now();
        }
    }

    pub fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        state.members -= 1;
        if state.waiting == state.members {
            state.waiting = 0;
            state.round += 1;
        }
    }
}
