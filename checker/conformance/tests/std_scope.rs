//! `std::thread::scope`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Builder};

#[test]
fn it_waits_for_all_and_returns_the_value() {
    let mut values = [1, 2];
    let (first, second) = values.split_at_mut(1);
    let result = thread::scope(|scope| {
        scope.spawn(|| first[0] += 10);
        scope.spawn(|| second[0] += 10);
        "done"
    });
    assert_eq!((result, values), ("done", [11, 12]));
}

#[test]
fn threads_of_a_scope_are_joined_like_others() {
    let text = "borrowed".to_owned();
    thread::scope(|scope| {
        let handle = Builder::new().name("it".to_owned()).spawn_scoped(scope, || text.len());
        let handle = handle.unwrap();
        assert_eq!(handle.thread().name(), Some("it"));
        assert_eq!(format!("{handle:?}"), "ScopedJoinHandle { .. }");
        while !handle.is_finished() {
            thread::yield_now();
        }
        assert_eq!(handle.join().unwrap(), 8);
    });
}

#[test]
fn a_panic_nobody_joined_is_passed_on() {
    let joined = AtomicUsize::new(0);
    let passes_on = || {
        thread::scope(|scope| {
            scope.spawn(|| panic!("within"));
            scope.spawn(|| joined.fetch_add(1, Ordering::Relaxed));
        });
    };
    let payload = catch_unwind(AssertUnwindSafe(passes_on)).unwrap_err();
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"a scoped thread panicked"));
    assert_eq!(joined.into_inner(), 1);
}

#[test]
fn a_panic_that_was_joined_is_not() {
    let said = thread::scope(|scope| scope.spawn(|| panic!("within")).join().unwrap_err());
    assert_eq!(said.downcast_ref::<&str>(), Some(&"within"));
}

#[test]
fn the_panic_of_the_closure_comes_after_all_threads() {
    let done = AtomicUsize::new(0);
    let panics = || {
        thread::scope(|scope| {
            scope.spawn(|| done.fetch_add(1, Ordering::Relaxed));
            scope.spawn(|| panic!("of a thread"));
            panic!("of the closure");
        });
    };
    let payload = catch_unwind(AssertUnwindSafe(panics)).unwrap_err();
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"of the closure"));
    assert_eq!(done.into_inner(), 1);
}

#[test]
fn a_thread_can_spawn_another_into_its_scope() {
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        scope.spawn(|| {
            scope.spawn(|| done.lock().unwrap().push(2));
            done.lock().unwrap().push(1);
        });
    });
    let mut done = done.into_inner().unwrap();
    done.sort_unstable();
    assert_eq!(done, [1, 2]);
}

#[test]
fn scopes_nest() {
    let counter = AtomicUsize::new(0);
    thread::scope(|outer| {
        outer.spawn(|| {
            thread::scope(|inner| {
                inner.spawn(|| counter.fetch_add(1, Ordering::Relaxed));
            });
            assert_eq!(counter.load(Ordering::Relaxed), 1);
        });
    });
}

#[test]
fn what_they_did_is_known_afterwards() {
    let counter = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| counter.fetch_add(1, Ordering::Relaxed));
        }
    });
    assert_eq!(counter.load(Ordering::Relaxed), 3);
}
