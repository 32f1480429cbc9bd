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
    /// Members that have come in this round.
    waiting: usize,
    // What a sleeper waits for must stay true once it has become true, however
    // late the sleeper looks. "Nobody waits any more" does not stay true: a
    // quick member comes back for the next round and makes it false again
    // before a slow one has woken. "The round I came in is over" does.
    round: u64,
}

impl Barrier {
    /// A barrier for `members` members, at least one.
    pub fn new(members: usize) -> Self {
        let state = State { members, waiting: 0, round: 0 };
        Self { state: Mutex::new(state), all_there: Condvar::new() }
    }

    /// Sleeps until every member has come in this round.
    pub fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        // A note of its own, on its own stack: nobody can change it.
        let mine = state.round;
        state.waiting += 1;
        self.end_round_if_all_are_there(&mut state);
        // The last member to come has just ended the round and does not sleep.
        // For the others a loop: `wait` may return for no reason.
        while state.round == mine {
            state = self.all_there.wait(state).unwrap();
        }
    }

    /// The caller takes part no more; nobody waits for it in this round or later.
    pub fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        state.members -= 1;
        // Going away can be what the others waited for, just as coming can.
        // Whoever may make the condition true has to look, and to notify.
        self.end_round_if_all_are_there(&mut state);
    }

    fn end_round_if_all_are_there(&self, state: &mut State) {
        if state.waiting == state.members {
            // The next round begins here, under the lock, and not when the last
            // sleeper has gone: whoever is back early finds a clean count.
            state.waiting = 0;
            // Overflow is no concern: a million rounds a second would take half
            // a million years. One bit, flipped each time, would do as well:
            // nobody can be two rounds ahead of a sleeper.
            state.round += 1;
            // All of them sleep for this one fact, so all are woken.
            self.all_there.notify_all();
        }
    }
}

// What it costs: in each round every member takes the lock twice, once to come
// and once to wake. With many members that is a queue at one door after each
// round; libraries for many cores let members meet in pairs, like a tournament.
