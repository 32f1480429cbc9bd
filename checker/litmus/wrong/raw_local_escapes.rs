//@ verdict: data race
//! A pointer to a local of the caller is handed to a thread that is not joined
//! before the local is used again.
use std::thread;

struct Ptr(*mut u32);
unsafe impl Send for Ptr {}

#[test]
fn the_local_is_counted_down() {
    let mut lives = 3;
    let raw = &raw mut lives;
    let ptr = Ptr(raw);
    let t = thread::spawn(move || {
        let ptr = ptr;
        unsafe { *ptr.0 -= 1 };
    });
    unsafe { *raw -= 1 };
    t.join().unwrap();
    assert_eq!(lives, 1);
}
