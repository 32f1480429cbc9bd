//@ caught-by: model
//@ because: lost wakeup
//! An atomic token: the ring falls between the look and the sleep.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

#[derive(Default)]
pub struct Parker {
    token: AtomicBool,
    bed: Mutex<()>,
    bell: Condvar,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn park(&self) {
        let mut bed = self.bed.lock().unwrap();
        while !self.token.swap(false, SeqCst) {
            bed = self.bell.wait(bed).unwrap();
        }
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let bed = self.bed.lock().unwrap();
        let no_token = |_: &mut ()| !self.token.load(SeqCst);
        drop(self.bell.wait_timeout_while(bed, limit, no_token).unwrap());
        self.token.swap(false, SeqCst)
    }

    pub fn unpark(&self) {
        self.token.store(true, SeqCst);
        self.bell.notify_one();
    }
}
