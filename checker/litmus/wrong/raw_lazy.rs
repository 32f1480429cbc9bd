//@ verdict: data race
//! The classic double-checked locking bug: the fast path reads the flag with a
//! Relaxed load and so races with the initialisation.
use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct Lazy {
    ready: AtomicBool,
    lock: Mutex<()>,
    value: UnsafeCell<Option<String>>,
}

unsafe impl Sync for Lazy {}

impl Lazy {
    fn get(&self) -> &str {
        if !self.ready.load(Relaxed) {
            let _guard = self.lock.lock().unwrap();
            if !self.ready.load(Relaxed) {
                unsafe { *self.value.get() = Some("made".to_string()) };
                self.ready.store(true, Release);
            }
        }
        unsafe { (*self.value.get()).as_deref().unwrap() }
    }
}

static LAZY: Lazy =
    Lazy { ready: AtomicBool::new(false), lock: Mutex::new(()), value: UnsafeCell::new(None) };

#[test]
fn both_get_the_string() {
    let t = thread::spawn(|| LAZY.get().len());
    assert_eq!(LAZY.get(), "made");
    assert_eq!(t.join().unwrap(), 4);
}
