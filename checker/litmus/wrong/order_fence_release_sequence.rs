//@ verdict: memory ordering
//! The Release fence covers later stores of its own thread. The second thread
//! never synchronised with it, and its plain store hands nothing over.
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
        s.spawn(|| {
            if BATON.load(Relaxed) == 1 {
                BATON.store(2, Release);
            }
        });
        s.spawn(|| {
            if BATON.load(Relaxed) == 2 {
                fence(Acquire);
                assert_eq!(DATA.load(Relaxed), 1);
            }
        });
    });
}
