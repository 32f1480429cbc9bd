//@ caught-by: model
//@ because: never woken
//! Counts with atomics and takes the lock only to sleep.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

pub struct Barrier {
    members: AtomicUsize,
    waiting: AtomicUsize,
    round: AtomicUsize,
    bed: Mutex<()>,
    all_there: Condvar,
}

impl Barrier {
    pub fn new(members: usize) -> Self {
        Self {
            members: AtomicUsize::new(members),
            waiting: AtomicUsize::new(0),
            round: AtomicUsize::new(0),
            bed: Mutex::new(()),
            all_there: Condvar::new(),
        }
    }

    pub fn wait(&self) {
        let mine = self.round.load(SeqCst);
        let waiting = self.waiting.fetch_add(1, SeqCst) + 1;
        if waiting == self.members.load(SeqCst) {
            return self.end_round();
        }
        let mut bed = self.bed.lock().unwrap();
        while self.round.load(SeqCst) == mine {
            bed = self.all_there.wait(bed).unwrap();
        }
    }

    pub fn leave(&self) {
        let members = self.members.fetch_sub(1, SeqCst) - 1;
        if self.waiting.load(SeqCst) == members {
            self.end_round();
        }
    }

    fn end_round(&self) {
        self.waiting.store(0, SeqCst);
        self.round.fetch_add(1, SeqCst);
        drop(self.bed.lock().unwrap());
        self.all_there.notify_all();
    }
}
