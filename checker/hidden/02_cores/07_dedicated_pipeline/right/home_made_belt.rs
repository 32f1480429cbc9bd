//! Belts of Mutex and Condvar; `None` marks the end of the parts.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

/// Parts on the belt, and how many were asked for by the worker behind it.
struct Belt {
    state: Mutex<(VecDeque<Option<u32>>, usize)>,
    changed: Condvar,
    room: usize,
}

impl Belt {
    fn new(room: usize) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), room }
    }

    fn put(&self, part: Option<u32>) {
        let state = self.state.lock().unwrap();
        let full = |state: &mut (VecDeque<_>, usize)| state.0.len() >= self.room + state.1;
        let mut state = self.changed.wait_while(state, full).unwrap();
        state.0.push_back(part);
        self.changed.notify_all();
    }

    fn take(&self) -> Option<u32> {
        let mut state = self.state.lock().unwrap();
        state.1 += 1;
        self.changed.notify_all();
        let mut state = self.changed.wait_while(state, |state| state.0.is_empty()).unwrap();
        state.1 -= 1;
        let part = state.0.pop_front().unwrap();
        self.changed.notify_all();
        part
    }
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let (first, second) = (Belt::new(belt), Belt::new(belt));
    thread::scope(|scope| {
        scope.spawn(|| {
            parts.iter().for_each(|&part| first.put(Some(machines.cut(part))));
            first.put(None);
        });
        scope.spawn(|| {
            while let Some(part) = first.take() {
                second.put(Some(machines.drill(part)));
            }
            second.put(None);
        });
        let mut finished = Vec::new();
        while let Some(part) = second.take() {
            finished.push(machines.paint(part));
        }
        finished
    })
}
