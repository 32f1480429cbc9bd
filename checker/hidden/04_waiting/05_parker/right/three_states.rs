//! The token is an atomic with three states; the lock is for falling asleep.

use std::sync::atomic::{AtomicU8, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

const NONE: u8 = 0;
const ASLEEP: u8 = 1;
const TOKEN: u8 = 2;

#[derive(Default)]
pub struct Parker {
    state: AtomicU8,
    bed: Mutex<()>,
    bell: Condvar,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn park(&self) {
        self.park_until(None);
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        self.park_until(Some(Instant::now() + limit))
    }

    fn park_until(&self, end: Option<Instant>) -> bool {
        if self.state.compare_exchange(TOKEN, NONE, SeqCst, SeqCst).is_ok() {
            return true;
        }
        let mut bed = self.bed.lock().unwrap();
        if self.state.compare_exchange(NONE, ASLEEP, SeqCst, SeqCst).is_err() {
            return self.state.swap(NONE, SeqCst) == TOKEN;
        }
        loop {
            bed = match end.map(|end| end.saturating_duration_since(Instant::now())) {
                None => self.bell.wait(bed).unwrap(),
                Some(left) if left.is_zero() => return self.state.swap(NONE, SeqCst) == TOKEN,
                Some(left) => self.bell.wait_timeout(bed, left).unwrap().0,
            };
            if self.state.compare_exchange(TOKEN, NONE, SeqCst, SeqCst).is_ok() {
                return true;
            }
        }
    }

    pub fn unpark(&self) {
        if self.state.swap(TOKEN, SeqCst) == ASLEEP {
            // Whoever is about to sleep holds this lock until it does.
            drop(self.bed.lock().unwrap());
            self.bell.notify_one();
        }
    }
}
