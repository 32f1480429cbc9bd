//@ verdict: solved
//! Tickets may be drawn Relaxed: the section is entered by the Acquire load of
//! `serving` that reads the previous owner's Release store.
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct Ticket {
    next: AtomicUsize,
    serving: AtomicUsize,
    total: AtomicUsize,
}

impl Ticket {
    fn add(&self) {
        let mine = self.next.fetch_add(1, Relaxed);
        while self.serving.load(Acquire) != mine {
            std::hint::spin_loop();
        }
        self.total.store(self.total.load(Relaxed) + 1, Relaxed);
        self.serving.store(mine + 1, Release);
    }
}

fn main() {
    let lock = Ticket::default();
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| lock.add());
        }
    });
    assert_eq!(lock.total.into_inner(), 3);
}
