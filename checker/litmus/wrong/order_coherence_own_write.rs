//@ verdict: panic
//! After this thread's own store the newest value may be the other thread's:
//! to have written 1 does not mean to read 1.
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

#[test]
fn i_read_what_i_wrote() {
    let x = Arc::new(AtomicUsize::new(0));
    let other = Arc::clone(&x);
    let t = thread::spawn(move || other.store(2, SeqCst));
    x.store(1, SeqCst);
    assert_eq!(x.load(SeqCst), 1);
    t.join().unwrap();
}
