//@ verdict: solved
//! The guard is returned along with the access, and lives as long as it.
use std::cell::UnsafeCell;
use std::sync::{Mutex, MutexGuard};
use std::thread;

struct Shared {
    lock: Mutex<()>,
    value: UnsafeCell<u32>,
}

unsafe impl Sync for Shared {}

struct Access<'a> {
    shared: &'a Shared,
    _guard: MutexGuard<'a, ()>,
}

impl Shared {
    fn get(&self) -> Access<'_> {
        Access { shared: self, _guard: self.lock.lock().unwrap() }
    }
}

impl Access<'_> {
    fn add(&mut self, amount: u32) -> u32 {
        let value = unsafe { &mut *self.shared.value.get() };
        *value += amount;
        *value
    }
}

#[test]
fn two_increments() {
    let shared = Shared { lock: Mutex::new(()), value: UnsafeCell::new(0) };
    thread::scope(|s| {
        s.spawn(|| shared.get().add(1));
        shared.get().add(1);
    });
    assert_eq!(shared.get().add(0), 2);
}
