//@ verdict: solved
//! Reclamation by pins: who reads announces it first; the remover unlinks and
//! frees only if it then sees nobody pinned. All SeqCst, so one of the two
//! notices the other; what is not freed now is freed at the end.
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
    let old = CURRENT.swap(ptr::null_mut(), SeqCst);
    let free_now = PINNED.load(SeqCst) == 0;
    if free_now {
        drop(unsafe { Box::from_raw(old) });
    }
    assert!(matches!(reader.join().unwrap(), None | Some(8)));
    if !free_now {
        drop(unsafe { Box::from_raw(old) });
    }
}
