//@ verdict: data race
//! The waiting load is Relaxed. The ticket's turn has come, but the previous
//! owner's writes are not acquired.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

struct TicketLock<T> {
    next: AtomicU32,
    serving: AtomicU32,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for TicketLock<T> {}

impl<T> TicketLock<T> {
    fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        let ticket = self.next.fetch_add(1, Relaxed);
        while self.serving.load(Relaxed) != ticket {
            std::hint::spin_loop();
        }
        let result = f(unsafe { &mut *self.value.get() });
        self.serving.store(ticket + 1, Release);
        result
    }
}

static WORDS: TicketLock<[u8; 4]> = TicketLock {
    next: AtomicU32::new(0),
    serving: AtomicU32::new(0),
    value: UnsafeCell::new([0; 4]),
};

fn main() {
    let t = thread::spawn(|| WORDS.with(|w| w.fill(1)));
    WORDS.with(|w| w.iter_mut().for_each(|b| *b += 2));
    t.join().unwrap();
    let words = WORDS.with(|w| *w);
    assert!(words == [1; 4] || words == [3; 4]);
}
