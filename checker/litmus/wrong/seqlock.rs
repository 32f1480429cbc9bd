//@ verdict: stale
//! An `Acquire` load keeps what follows behind it, and not what came before: the
//! data can be newer than the second look at the version.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*, fence};
use std::thread;

#[derive(Default)]
struct SeqLock {
    version: AtomicUsize,
    x: AtomicU32,
    y: AtomicU32,
}

impl SeqLock {
    fn write(&self, value: u32) {
        let version = self.version.load(Relaxed);
        self.version.store(version + 1, Relaxed);
        fence(Release);
        self.x.store(value, Relaxed);
        self.y.store(value, Relaxed);
        self.version.store(version + 2, Release);
    }

    fn read(&self) -> (u32, u32) {
        loop {
            let before = self.version.load(Acquire);
            let pair = (self.x.load(Relaxed), self.y.load(Relaxed));
            let after = self.version.load(Acquire);
            if before % 2 == 0 && before == after {
                return pair;
            }
            thread::yield_now();
        }
    }
}

#[test]
fn pairs_are_whole() {
    let lock = SeqLock::default();
    thread::scope(|s| {
        s.spawn(|| lock.write(7));
        s.spawn(|| {
            let (x, y) = lock.read();
            assert_eq!(x, y);
        });
    });
}
