//@ verdict: panic
//! The writer goes on with the old slot at once, while a reader that looked at
//! `CURRENT` before may still be in it and sees half of the next version.
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::thread;

static SLOTS: [[AtomicU32; 2]; 2] = [const { [const { AtomicU32::new(0) }; 2] }; 2];
static CURRENT: AtomicUsize = AtomicUsize::new(0);

fn main() {
    let writer = thread::spawn(|| {
        for version in 1..=2 {
            let next = 1 - CURRENT.load(SeqCst);
            SLOTS[next][0].store(version, SeqCst);
            SLOTS[next][1].store(version, SeqCst);
            CURRENT.store(next, SeqCst);
        }
    });
    let slot = &SLOTS[CURRENT.load(SeqCst)];
    let (a, b) = (slot[0].load(SeqCst), slot[1].load(SeqCst));
    assert_eq!(a, b);
    writer.join().unwrap();
}
