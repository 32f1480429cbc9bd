//@ caught-by: model
//@ because: luggage that the ferryman saw with the one token
//! Looks first and rings only if need be: what it wrote reaches nobody.

use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};
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
        while !self.token.swap(false, Acquire) {
            bed = self.bell.wait(bed).unwrap();
        }
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let bed = self.bed.lock().unwrap();
        let no_token = |_: &mut ()| !self.token.load(Acquire);
        drop(self.bell.wait_timeout_while(bed, limit, no_token).unwrap());
        self.token.swap(false, Acquire)
    }

    pub fn unpark(&self) {
        if self.token.load(Acquire) {
            return;
        }
        self.token.store(true, Release);
        drop(self.bed.lock().unwrap());
        self.bell.notify_one();
    }
}
