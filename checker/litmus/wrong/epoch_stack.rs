//@ verdict: use after free
//! The pin ends before the pointer is used.

use crossbeam::epoch::{self, Atomic, Owned};
use std::sync::atomic::Ordering::*;
use std::thread;

static HEAD: Atomic<u32> = Atomic::null();

#[test]
fn the_reader_sees_a_value() {
    HEAD.store(Owned::new(1), Release);
    let t = thread::spawn(|| {
        let g = epoch::pin();
        let p = HEAD.load(Acquire, &g);
        let raw = p.as_raw();
        drop(g); // the pin ends too early
        unsafe { *raw }
    });
    let g = epoch::pin();
    let old = HEAD.swap(Owned::new(2), AcqRel, &g);
    unsafe { g.defer_destroy(old) };
    drop(g);
    let v = t.join().unwrap();
    assert!(v == 1 || v == 2);
    unsafe { drop(HEAD.load(Relaxed, epoch::unprotected()).into_owned()) };
}
