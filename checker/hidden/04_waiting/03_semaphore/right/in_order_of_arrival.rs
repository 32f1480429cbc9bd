//! Who sleeps longest is next: a queue of tickets.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

struct State {
    free: usize,
    next: u64,
    queue: VecDeque<u64>,
}

pub struct Semaphore {
    state: Mutex<State>,
    moved: Condvar,
}

pub struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        let state = State { free: permits, next: 0, queue: VecDeque::new() };
        Self { state: Mutex::new(state), moved: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut state = self.state.lock().unwrap();
        let ticket = state.next;
        state.next += 1;
        state.queue.push_back(ticket);
        while state.free == 0 || state.queue.front() != Some(&ticket) {
            state = self.moved.wait(state).unwrap();
        }
        state.queue.pop_front();
        state.free -= 1;
        // The next in the queue may go on as well.
        self.moved.notify_all();
        Permit(self)
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut state = self.state.lock().unwrap();
        state.free = state.free.checked_sub(1)?;
        Some(Permit(self))
    }

    pub fn available(&self) -> usize {
        self.state.lock().unwrap().free
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.state.lock().unwrap().free += 1;
        self.0.moved.notify_all();
    }
}
