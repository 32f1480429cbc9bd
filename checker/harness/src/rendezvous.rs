//! A place where several calls must meet: the proof that they overlap.
//!
//! Overlap is not read off a clock, which a busy machine makes lie. Each call
//! waits here until enough others have come. How long is generous, but a
//! program in which nothing moves any more is not waited for: nobody else
//! will come.

use crate::threads;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long callers wait while the program still does something.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often the first caller looks whether anything moves.
const GLANCE: Duration = Duration::from_millis(20);

/// Glances in a row that find every thread blocked, after which nobody comes.
const QUIET_GLANCES: u32 = 25;

/// A meeting of a fixed number of callers; groups may follow one another.
#[derive(Debug)]
pub struct Rendezvous {
    callers: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Callers of the present group that have come.
    arrived: usize,
    /// Groups that have met.
    met: u64,
    /// Whether a group was given up; then nobody waits any more.
    given_up: bool,
}

impl Rendezvous {
    /// A meeting of `callers` callers at a time.
    pub fn new(callers: usize) -> Self {
        Self { callers, state: Mutex::default(), changed: Condvar::new() }
    }

    /// Waits for the others. Returns whether the group met.
    pub fn meet(&self) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.given_up {
            return false;
        }
        let group = state.met;
        state.arrived += 1;
        if state.arrived >= self.callers {
            state.arrived = 0;
            state.met += 1;
            self.changed.notify_all();
            return true;
        }
        // One thread looks around for all; it holds the lock while it looks,
        // so that the others are seen as blocked.
        let looks_around = state.arrived == 1;
        let deadline = Instant::now() + PATIENCE;
        let mut quiet = 0;
        while state.met == group && !state.given_up {
            let pause = if looks_around { GLANCE } else { PATIENCE };
            let waited = self.changed.wait_timeout(state, pause);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
            if state.met != group || state.given_up {
                break;
            }
            let blocked = looks_around && threads::others_are_blocked() == Some(true);
            quiet = if blocked { quiet + 1 } else { 0 };
            if quiet >= QUIET_GLANCES || Instant::now() >= deadline {
                state.given_up = true;
                self.changed.notify_all();
            }
        }
        state.met != group
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn callers_that_overlap_meet_again_and_again() {
        let rendezvous = Rendezvous::new(3);
        thread::scope(|scope| {
            let callers: Vec<_> =
                (0..3).map(|_| scope.spawn(|| (0..50).all(|_| rendezvous.meet()))).collect();
            assert!(callers.into_iter().all(|caller| caller.join().unwrap()));
        });
    }

    #[test]
    fn a_lone_caller_is_told_so_and_so_are_those_after_it() {
        let rendezvous = Rendezvous::new(2);
        assert!(!rendezvous.meet());
        let start = Instant::now();
        assert!(!rendezvous.meet());
        assert!(start.elapsed() < PATIENCE);
    }
}
