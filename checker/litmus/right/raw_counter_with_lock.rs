//@ verdict: solved
//! The cell is touched only while std's mutex is held, which synchronises.
use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::thread;

struct Shared(UnsafeCell<i32>);
unsafe impl Sync for Shared {}

static COUNT: Shared = Shared(UnsafeCell::new(0));
static LOCK: Mutex<()> = Mutex::new(());

fn bump() {
    let _held = LOCK.lock().unwrap();
    unsafe { *COUNT.0.get() += 1 };
}

#[test]
fn three_bumps() {
    let others: Vec<_> = (0..2).map(|_| thread::spawn(bump)).collect();
    bump();
    others.into_iter().for_each(|t| t.join().unwrap());
    assert_eq!(unsafe { *COUNT.0.get() }, 3);
}
