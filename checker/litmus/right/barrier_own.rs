//@ verdict: solved
//! The last to come opens a new generation and wakes everybody; who waits looks
//! at the generation and not at the count, which starts again.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

struct Barrier {
    state: Mutex<State>,
    changed: Condvar,
    n: usize,
}

struct State {
    count: usize,
    generation: usize,
}

impl Barrier {
    fn new(n: usize) -> Self {
        let state = State { count: 0, generation: 0 };
        Barrier { state: Mutex::new(state), changed: Condvar::new(), n }
    }

    fn wait(&self) {
        let mut state = self.state.lock().unwrap();
        let generation = state.generation;
        state.count += 1;
        if state.count == self.n {
            state.count = 0;
            state.generation += 1;
            self.changed.notify_all();
            return;
        }
        while state.generation == generation {
            state = self.changed.wait(state).unwrap();
        }
    }
}

fn all_meet(n: usize) {
    let barrier = Barrier::new(n);
    let came = AtomicUsize::new(0);
    thread::scope(|s| {
        for _ in 0..n {
            s.spawn(|| {
                came.fetch_add(1, SeqCst);
                barrier.wait();
                assert_eq!(came.load(SeqCst), n);
            });
        }
    });
}

#[test]
fn two() {
    all_meet(2);
}

#[test]
fn three() {
    all_meet(3);
}
