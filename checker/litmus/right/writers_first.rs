//@ verdict: solved
//! A lock that lets waiting writers go first: the last reader wakes all, and
//! everybody tests again.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Condvar, Mutex};
use std::thread;

#[derive(Default)]
struct State {
    readers: usize,
    writing: bool,
    writers_waiting: usize,
}

#[derive(Default)]
struct ReadWrite {
    state: Mutex<State>,
    changed: Condvar,
}

impl ReadWrite {
    fn start_read(&self) {
        let mut state = self.state.lock().unwrap();
        while state.writing || state.writers_waiting > 0 {
            state = self.changed.wait(state).unwrap();
        }
        state.readers += 1;
    }

    fn end_read(&self) {
        let mut state = self.state.lock().unwrap();
        state.readers -= 1;
        if state.readers == 0 {
            self.changed.notify_all();
        }
    }

    fn start_write(&self) {
        let mut state = self.state.lock().unwrap();
        state.writers_waiting += 1;
        while state.writing || state.readers > 0 {
            state = self.changed.wait(state).unwrap();
        }
        state.writers_waiting -= 1;
        state.writing = true;
    }

    fn end_write(&self) {
        self.state.lock().unwrap().writing = false;
        self.changed.notify_all();
    }
}

#[test]
fn readers_see_both_or_none() {
    let lock = ReadWrite::default();
    let (a, b) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            lock.start_write();
            a.store(1, Relaxed);
            b.store(1, Relaxed);
            lock.end_write();
        });
        for _ in 0..2 {
            s.spawn(|| {
                lock.start_read();
                assert_eq!(a.load(Relaxed), b.load(Relaxed));
                lock.end_read();
            });
        }
    });
}
