//@ verdict: solved
//! Read-copy-update over two slots: the writer fills the slot that nobody can
//! reach yet and publishes it; an old version is never written again.
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*};
use std::thread;

static SLOTS: [[AtomicU32; 2]; 2] = [const { [const { AtomicU32::new(0) }; 2] }; 2];
static CURRENT: AtomicUsize = AtomicUsize::new(0);

fn main() {
    let writer = thread::spawn(|| {
        SLOTS[1][0].store(1, Relaxed);
        SLOTS[1][1].store(1, Relaxed);
        CURRENT.store(1, Release);
    });
    let slot = &SLOTS[CURRENT.load(Acquire)];
    let (a, b) = (slot[0].load(Relaxed), slot[1].load(Relaxed));
    assert_eq!(a, b);
    writer.join().unwrap();
}
