//@ verdict: data race
//! A sequence lock over plain data: the reader throws away what changed while
//! it read, but the reads and writes overlap all the same, which is a data
//! race and so undefined behaviour.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering::*, fence};
use std::thread;

struct SeqLock {
    seq: AtomicU32,
    value: UnsafeCell<[u64; 2]>,
}

unsafe impl Sync for SeqLock {}

impl SeqLock {
    fn write(&self, value: [u64; 2]) {
        let seq = self.seq.load(Relaxed);
        self.seq.store(seq + 1, Relaxed);
        fence(Release);
        unsafe { self.value.get().write_volatile(value) };
        self.seq.store(seq + 2, Release);
    }

    fn try_read(&self) -> Option<[u64; 2]> {
        let before = self.seq.load(Acquire);
        let value = unsafe { self.value.get().read_volatile() };
        fence(Acquire);
        (before % 2 == 0 && self.seq.load(Relaxed) == before).then_some(value)
    }
}

#[test]
fn a_pair_is_never_torn() {
    let pair = SeqLock { seq: AtomicU32::new(0), value: UnsafeCell::new([0; 2]) };
    thread::scope(|s| {
        s.spawn(|| pair.write([1, 1]));
        if let Some([a, b]) = pair.try_read() {
            assert_eq!(a, b);
        }
    });
}
