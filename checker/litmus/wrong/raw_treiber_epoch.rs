//@ verdict: use after free
//! The remover looks for pins before it unlinks: a reader may come in between
//! and hold what is then freed.
use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering::SeqCst};
use std::thread;

static CURRENT: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());
static PINNED: AtomicUsize = AtomicUsize::new(0);

fn read() -> Option<u32> {
    PINNED.fetch_add(1, SeqCst);
    let value = unsafe { CURRENT.load(SeqCst).as_ref() }.copied();
    PINNED.fetch_sub(1, SeqCst);
    value
}

#[test]
fn nobody_reads_what_is_freed() {
    CURRENT.store(Box::into_raw(Box::new(8)), SeqCst);
    let reader = thread::spawn(read);
    while PINNED.load(SeqCst) != 0 {
        thread::yield_now();
    }
    let old = CURRENT.swap(ptr::null_mut(), SeqCst);
    drop(unsafe { Box::from_raw(old) });
    assert!(matches!(reader.join().unwrap(), None | Some(8)));
}
