//! `std::panic` where threads meet it.

use std::panic::{self, AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

#[test]
fn a_panic_is_caught_with_its_payload() {
    assert_eq!(catch_unwind(|| 1).unwrap(), 1);
    let payload = catch_unwind(|| panic!("text")).unwrap_err();
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"text"));
    let again = catch_unwind(AssertUnwindSafe(|| resume_unwind(payload))).unwrap_err();
    assert_eq!(*again.downcast::<&str>().unwrap(), "text");
    assert!(!thread::panicking());
}

#[test]
fn a_panic_of_a_thread_can_be_passed_on() {
    let passes_on = || {
        let joined: thread::Result<()> = thread::spawn(|| panic!("within")).join();
        if let Err(payload) = joined {
            resume_unwind(payload);
        }
    };
    let payload = catch_unwind(passes_on).unwrap_err();
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"within"));
}

/// Joins on drop, as a pool does.
struct Joins(Option<thread::JoinHandle<()>>);

impl Drop for Joins {
    fn drop(&mut self) {
        self.0.take().unwrap().join().unwrap();
    }
}

#[test]
fn a_destructor_may_wait_while_it_unwinds() {
    let mutex = Arc::new(Mutex::new(0));
    let other = Arc::clone(&mutex);
    let (sender, receiver) = mpsc::channel::<()>();
    let panics = catch_unwind(AssertUnwindSafe(|| {
        let _joins = Joins(Some(thread::spawn(move || {
            let mut value = other.lock().unwrap();
            // Comes while the main thread unwinds, which says nothing of this one.
            let _ = receiver.recv();
            assert!(!thread::panicking());
            *value += 1;
        })));
        let _sender = sender;
        panic!("meanwhile");
    }));
    assert!(panics.is_err());
    assert!(!mutex.is_poisoned());
    assert_eq!(*mutex.lock().unwrap(), 1);
}

#[test]
fn two_threads_may_panic_at_once() {
    let caught = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                if catch_unwind(|| panic!("within")).is_err() {
                    caught.fetch_add(1, Ordering::Relaxed);
                }
                assert!(!thread::panicking());
            });
        }
    });
    assert_eq!(caught.into_inner(), 2);
}

/// Hooks are the whole process's: one test for all that is said of them.
#[test]
fn a_hook_sees_each_panic_of_its_time() {
    let before = panic::take_hook();
    let said = Arc::new(Mutex::new(Vec::new()));
    let hears = Arc::clone(&said);
    panic::set_hook(Box::new(move |info| {
        if let Some(text) = info.payload().downcast_ref::<&str>()
            && text.starts_with("hook:")
        {
            let line = info.location().map(|place| place.line());
            hears.lock().unwrap().push((*text, line.is_some()));
        }
    }));
    assert!(catch_unwind(|| panic!("hook: main")).is_err());
    assert!(thread::spawn(|| panic!("hook: thread")).join().is_err());
    // Resuming is no new panic.
    assert!(catch_unwind(|| resume_unwind(Box::new("hook: resumed"))).is_err());
    panic::set_hook(before);
    assert!(catch_unwind(|| panic!("hook: too late")).is_err());
    assert_eq!(*said.lock().unwrap(), [("hook: main", true), ("hook: thread", true)]);
}
