//! A list of parked threads, and a flag for each that lies on its own stack.

use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};
use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};

type Sleeper = (Thread, Arc<AtomicBool>);

pub struct Barrier {
    state: Mutex<(usize, Vec<Sleeper>)>,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        Self { state: Mutex::new((members, Vec::new())) }
    }

    pub fn wait(&self) {
        let go = Arc::new(AtomicBool::new(false));
        let mut state = self.state.lock().unwrap();
        state.1.push((thread::current(), Arc::clone(&go)));
        Self::wake_if_all_are_there(&mut state);
        drop(state);
        while !go.load(Acquire) {
            thread::park();
        }
    }

    pub fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        state.0 -= 1;
        Self::wake_if_all_are_there(&mut state);
    }

    fn wake_if_all_are_there((members, sleepers): &mut (usize, Vec<Sleeper>)) {
        if sleepers.len() == *members {
            for (thread, go) in sleepers.drain(..) {
                go.store(true, Release);
                thread.unpark();
            }
        }
    }
}
