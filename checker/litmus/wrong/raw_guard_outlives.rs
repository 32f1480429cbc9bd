//@ verdict: data race
//! The guard hands out a reference that is not bound to the guard's life: it
//! is still used after the unlock.
use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::thread;

struct Shared {
    lock: Mutex<()>,
    value: UnsafeCell<u32>,
}

unsafe impl Sync for Shared {}

impl Shared {
    #[allow(clippy::mut_from_ref)]
    fn get(&self) -> &mut u32 {
        let _guard = self.lock.lock().unwrap();
        unsafe { &mut *self.value.get() }
    }
}

#[test]
fn two_increments() {
    let shared = Shared { lock: Mutex::new(()), value: UnsafeCell::new(0) };
    thread::scope(|s| {
        s.spawn(|| *shared.get() += 1);
        *shared.get() += 1;
    });
    assert_eq!(*shared.get(), 2);
}
