//! A barrier: its members wait for one another, round after round.

use std::sync::{Condvar, Mutex};

/// Lets its members go on when all of them have come, as often as they like.
pub struct Barrier {
    state: Mutex<State>,
    all_there: Condvar,
}

struct State {
    /// Who takes part.
    members: usize,
    /// Members that wait.
    waiting: usize,
}

impl Barrier {
    /// A barrier for `members` members, at least one.
    pub fn new(members: usize) -> Self {
        Self { state: Mutex::new(State { members, waiting: 0 }), all_there: Condvar::new() }
    }

    /// Sleeps until every member has come in this round.
    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        state.waiting += 1;
        if state.waiting == state.members {
            state.waiting = 0;
            self.all_there.notify_all();
        }
        // TODO: what if somebody is back before the last sleeper woke?
        while state.waiting != 0 {
            state = self.all_there.wait(state).unwrap();
        }
    }

    /// The caller takes part no more; nobody waits for it in this round or later.
    pub fn leave(&self) {
        // TODO: the others may have waited for the caller alone.
        self.state.lock().unwrap().members -= 1;
    }
}
