//@ verdict: stale
//! A sequence lock whose reader, in the main thread, looks at the version with
//! `Relaxed` loads: it can miss that a write is under way.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*, fence};
use std::thread;

static VERSION: AtomicUsize = AtomicUsize::new(0);
static X: AtomicU32 = AtomicU32::new(0);
static Y: AtomicU32 = AtomicU32::new(0);

fn read() -> Option<(u32, u32)> {
    let before = VERSION.load(Relaxed);
    let pair = (X.load(Relaxed), Y.load(Relaxed));
    let after = VERSION.load(Relaxed);
    (before == after && before % 2 == 0).then_some(pair)
}

fn main() {
    let writer = thread::spawn(|| {
        VERSION.store(1, Relaxed);
        fence(Release);
        X.store(7, Relaxed);
        Y.store(7, Relaxed);
        VERSION.store(2, Release);
    });
    if let Some((x, y)) = read() {
        assert_eq!(x, y);
    }
    writer.join().unwrap();
}
