//@ verdict: solved
//! Release fence, Relaxed store, somebody else's Relaxed swap, Relaxed load,
//! Acquire fence: the swap continues the sequence headed by the store, and
//! fences synchronise through it.
use std::sync::atomic::{AtomicU32, Ordering::*, fence};
use std::thread;

static DATA: AtomicU32 = AtomicU32::new(0);
static BATON: AtomicU32 = AtomicU32::new(0);

fn main() {
    thread::scope(|s| {
        s.spawn(|| {
            DATA.store(1, Relaxed);
            fence(Release);
            BATON.store(1, Relaxed);
        });
        s.spawn(|| BATON.compare_exchange(1, 2, Relaxed, Relaxed));
        s.spawn(|| {
            if BATON.load(Relaxed) == 2 {
                fence(Acquire);
                assert_eq!(DATA.load(Relaxed), 1);
            }
        });
    });
}
