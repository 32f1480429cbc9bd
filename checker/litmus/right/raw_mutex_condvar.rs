//@ verdict: solved
//! An own mutex: a flag under std's mutex and a condition variable to wait on.
//! std's mutex orders one owner's section before the next.
use std::cell::UnsafeCell;
use std::sync::{Condvar, Mutex};
use std::thread;

struct MyMutex<T> {
    taken: Mutex<bool>,
    given_back: Condvar,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for MyMutex<T> {}

impl<T> MyMutex<T> {
    fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        let mut taken = self.given_back.wait_while(self.taken.lock().unwrap(), |t| *t).unwrap();
        *taken = true;
        drop(taken);
        let result = f(unsafe { &mut *self.value.get() });
        *self.taken.lock().unwrap() = false;
        self.given_back.notify_one();
        result
    }
}

#[test]
fn sections_follow_one_another() {
    let value =
        MyMutex { taken: Mutex::new(false), given_back: Condvar::new(), value: vec![0].into() };
    thread::scope(|s| {
        s.spawn(|| value.with(|v| v.push(1)));
        value.with(|v| v.push(1));
    });
    assert_eq!(value.value.into_inner(), [0, 1, 1]);
}
