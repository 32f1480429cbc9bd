//@ verdict: data race
//! `if` instead of `while` around the wait: a spurious wakeup lets a thread
//! into a section that is taken.
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
        let mut taken = self.taken.lock().unwrap();
        if *taken {
            taken = self.given_back.wait(taken).unwrap();
        }
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
