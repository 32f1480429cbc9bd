//@ verdict: solved
//! The Acquire load that returns `true` synchronises with the Release store
//! (std::sync::atomic::Ordering: "coupled with a load"), so the write to
//! `data` happens before the read.
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DATA: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

#[test]
fn the_reader_that_sees_the_flag_sees_the_data() {
    let writer = thread::spawn(|| {
        DATA.store(42, Ordering::Relaxed);
        READY.store(true, Ordering::Release);
    });
    if READY.load(Ordering::Acquire) {
        assert_eq!(DATA.load(Ordering::Relaxed), 42);
    }
    writer.join().unwrap();
}
