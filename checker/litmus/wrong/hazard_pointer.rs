//@ verdict: use after free
//! The reader does not look again after it has published its pointer.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

static CURRENT: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());
static HAZARD: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

#[test]
fn the_reader_never_reads_freed_memory() {
    CURRENT.store(Box::into_raw(Box::new(1)), SeqCst);
    let t = thread::spawn(|| {
        let p = CURRENT.load(SeqCst);
        HAZARD.store(p, SeqCst);
        let v = unsafe { *p };
        HAZARD.store(ptr::null_mut(), SeqCst);
        v
    });
    let old = CURRENT.swap(Box::into_raw(Box::new(2)), SeqCst);
    while HAZARD.load(SeqCst) == old {
        thread::yield_now();
    }
    drop(unsafe { Box::from_raw(old) });
    t.join().unwrap();
    drop(unsafe { Box::from_raw(CURRENT.load(SeqCst)) });
}
