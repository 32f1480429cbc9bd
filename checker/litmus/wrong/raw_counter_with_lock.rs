//@ verdict: data race
//! `let _ = …` drops the guard at once: the increments are not in the section.
use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::thread;

struct Shared(UnsafeCell<i32>);
unsafe impl Sync for Shared {}

static COUNT: Shared = Shared(UnsafeCell::new(0));
static LOCK: Mutex<()> = Mutex::new(());

#[allow(let_underscore_lock)]
fn bump() {
    let _ = LOCK.lock().unwrap();
    unsafe { *COUNT.0.get() += 1 };
}

#[test]
fn two_bumps() {
    let other = thread::spawn(bump);
    bump();
    other.join().unwrap();
    assert_eq!(unsafe { *COUNT.0.get() }, 2);
}
