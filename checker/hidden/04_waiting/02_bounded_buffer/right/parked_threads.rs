//! No condition variable: a list of parked threads for each fact.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread::{self, Thread};

struct State<T> {
    items: VecDeque<T>,
    parked: Vec<Thread>,
}

pub struct BoundedBuffer<T> {
    capacity: usize,
    state: Mutex<State<T>>,
}

impl<T> BoundedBuffer<T> {
    pub fn new(capacity: usize) -> Self {
        let state = State { items: VecDeque::new(), parked: Vec::new() };
        Self { capacity, state: Mutex::new(state) }
    }

    /// Tries under the lock, and parks as often as that does not succeed.
    fn until<R>(&self, mut attempt: impl FnMut(&mut VecDeque<T>) -> Option<R>) -> R {
        loop {
            let mut state = self.state.lock().unwrap();
            if let Some(result) = attempt(&mut state.items) {
                let parked = std::mem::take(&mut state.parked);
                drop(state);
                parked.iter().for_each(Thread::unpark);
                return result;
            }
            state.parked.push(thread::current());
            drop(state);
            thread::park();
        }
    }

    pub fn put(&self, item: T) {
        let mut item = Some(item);
        self.until(|items| {
            if items.len() < self.capacity {
                items.extend(item.take());
            }
            item.is_none().then_some(())
        });
    }

    pub fn take(&self) -> T {
        self.until(VecDeque::pop_front)
    }

    pub fn take_all(&self) -> Vec<T> {
        self.until(|items| Some(items.drain(..).collect()))
    }
}
