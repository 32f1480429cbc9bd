//@ verdict: solved
//! The reader publishes its pointer and looks again; the writer frees what nobody has
//! published. SeqCst store then load on both sides.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

static CURRENT: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());
static HAZARD: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

fn read() -> u32 {
    let mut p = CURRENT.load(SeqCst);
    loop {
        HAZARD.store(p, SeqCst);
        let again = CURRENT.load(SeqCst);
        if again == p {
            break;
        }
        p = again;
    }
    let v = unsafe { *p };
    HAZARD.store(ptr::null_mut(), Release);
    v
}
fn replace(v: u32) {
    let old = CURRENT.swap(Box::into_raw(Box::new(v)), SeqCst);
    while HAZARD.load(SeqCst) == old {
        thread::yield_now();
    }
    drop(unsafe { Box::from_raw(old) });
}

#[test]
fn the_reader_never_reads_freed_memory() {
    CURRENT.store(Box::into_raw(Box::new(1)), SeqCst);
    let t = thread::spawn(read);
    replace(2);
    let v = t.join().unwrap();
    assert!(v == 1 || v == 2);
    drop(unsafe { Box::from_raw(CURRENT.load(SeqCst)) });
}
