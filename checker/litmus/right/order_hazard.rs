//@ verdict: solved
//! The reader announces the version it uses and looks again; the writer
//! replaces the version and looks for announcements. SeqCst: one of the two
//! notices the other, so nothing is reclaimed in use.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

static CURRENT: AtomicUsize = AtomicUsize::new(1);
static IN_USE: AtomicUsize = AtomicUsize::new(0);
static RECLAIMED: AtomicBool = AtomicBool::new(false);

#[test]
fn a_version_in_use_is_not_reclaimed() {
    let writer = thread::spawn(|| {
        CURRENT.store(2, SeqCst);
        if IN_USE.load(SeqCst) != 1 {
            RECLAIMED.store(true, SeqCst);
        }
    });
    let version = CURRENT.load(SeqCst);
    IN_USE.store(version, SeqCst);
    if version == 1 && CURRENT.load(SeqCst) == 1 {
        assert!(!RECLAIMED.load(SeqCst));
    }
    writer.join().unwrap();
}
