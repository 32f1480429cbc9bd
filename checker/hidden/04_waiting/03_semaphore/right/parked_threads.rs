//! Sleepers park, and are told one by one.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread::{self, Thread};

struct State {
    free: usize,
    sleepers: VecDeque<Thread>,
}

pub struct Semaphore {
    state: Mutex<State>,
}

pub struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { state: Mutex::new(State { free: permits, sleepers: VecDeque::new() }) }
    }

    pub fn acquire(&self) -> Permit<'_> {
        loop {
            if let Some(permit) = self.try_acquire_or(|state| {
                state.sleepers.push_back(thread::current());
            }) {
                return permit;
            }
            thread::park();
        }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        self.try_acquire_or(|_| ())
    }

    fn try_acquire_or(&self, refused: impl FnOnce(&mut State)) -> Option<Permit<'_>> {
        let mut state = self.state.lock().unwrap();
        if state.free == 0 {
            refused(&mut state);
            return None;
        }
        state.free -= 1;
        Some(Permit(self))
    }

    pub fn available(&self) -> usize {
        self.state.lock().unwrap().free
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state.lock().unwrap();
        state.free += 1;
        // All: a thread that woke for no reason may stand in the list twice.
        for sleeper in state.sleepers.drain(..) {
            sleeper.unpark();
        }
    }
}
