//@ verdict: solved
//! The data of a sequence lock as atomics, read and written Relaxed word by
//! word; the bytes are put together only when the number has not changed.
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::*, fence};
use std::thread;

#[derive(Default)]
struct SeqLock {
    seq: AtomicU32,
    words: [AtomicU64; 2],
}

impl SeqLock {
    fn write(&self, value: [u64; 2]) {
        let seq = self.seq.load(Relaxed);
        self.seq.store(seq + 1, Relaxed);
        fence(Release);
        for (word, value) in self.words.iter().zip(value) {
            word.store(value, Relaxed);
        }
        self.seq.store(seq + 2, Release);
    }

    fn try_read(&self) -> Option<[u64; 2]> {
        let before = self.seq.load(Acquire);
        let value = [0, 1].map(|index| self.words[index].load(Relaxed));
        fence(Acquire);
        (before % 2 == 0 && self.seq.load(Relaxed) == before).then_some(value)
    }
}

#[test]
fn a_pair_is_never_torn() {
    let pair = SeqLock::default();
    thread::scope(|s| {
        s.spawn(|| pair.write([1, 1]));
        if let Some([a, b]) = pair.try_read() {
            assert_eq!(a, b);
        }
    });
}
