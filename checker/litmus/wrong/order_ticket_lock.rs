//@ verdict: memory ordering
//! The next ticket is called with a Relaxed increment: its holder may read the
//! total as it was before this section.
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
        let mine = self.next.fetch_add(1, AcqRel);
        while self.serving.load(Acquire) != mine {
            std::hint::spin_loop();
        }
        self.total.store(self.total.load(Relaxed) + 1, Relaxed);
        self.serving.fetch_add(1, Relaxed);
    }
}

fn main() {
    let lock = Ticket::default();
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| lock.add());
        }
    });
    assert_eq!(lock.total.into_inner(), 2);
}
