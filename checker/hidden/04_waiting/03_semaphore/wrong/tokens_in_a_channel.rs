//@ caught-by: model
//@ because: deadlock
//! Permits are tokens in a channel: who only tries waits behind who waits.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, channel};

pub struct Semaphore {
    give: Sender<()>,
    take: Mutex<Receiver<()>>,
    free: AtomicUsize,
}

pub struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        let (give, take) = channel();
        for _ in 0..permits {
            give.send(()).unwrap();
        }
        Self { give, take: Mutex::new(take), free: AtomicUsize::new(permits) }
    }

    pub fn acquire(&self) -> Permit<'_> {
        self.take.lock().unwrap().recv().unwrap();
        self.free.fetch_sub(1, SeqCst);
        Permit(self)
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        self.take.lock().unwrap().try_recv().ok()?;
        self.free.fetch_sub(1, SeqCst);
        Some(Permit(self))
    }

    pub fn available(&self) -> usize {
        self.free.load(SeqCst)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.free.fetch_add(1, SeqCst);
        self.0.give.send(()).unwrap();
    }
}
