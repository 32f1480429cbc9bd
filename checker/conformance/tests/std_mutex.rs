//! `std::sync::Mutex`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;

fn poisoned(value: i32) -> Mutex<i32> {
    let mutex = Mutex::new(value);
    let under_the_lock = || {
        let _guard = mutex.lock().unwrap();
        panic!("under the lock");
    };
    assert!(catch_unwind(AssertUnwindSafe(under_the_lock)).is_err());
    mutex
}

#[test]
fn a_panic_under_the_lock_poisons_it() {
    let mutex = Arc::new(Mutex::new(1));
    let other = Arc::clone(&mutex);
    let ended = thread::spawn(move || {
        let mut value = other.lock().unwrap();
        *value = 2;
        panic!("under the lock");
    });
    assert!(ended.join().is_err());
    assert!(mutex.is_poisoned());
    assert!(matches!(mutex.try_lock(), Err(TryLockError::Poisoned(_))));
    assert_eq!(*mutex.lock().unwrap_err().into_inner(), 2);
    mutex.clear_poison();
    assert_eq!(*mutex.lock().unwrap(), 2);
}

#[test]
fn a_guard_taken_while_unwinding_poisons_nothing() {
    struct Counts<'a>(&'a Mutex<i32>);
    impl Drop for Counts<'_> {
        fn drop(&mut self) {
            *self.0.lock().unwrap() += 1;
        }
    }
    let mutex = Mutex::new(0);
    let panics = || {
        let _counts = Counts(&mutex);
        panic!("outside of the lock");
    };
    assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
    assert!(!mutex.is_poisoned());
    assert_eq!(*mutex.lock().unwrap(), 1);
}

#[test]
fn a_panic_caught_under_the_lock_poisons_nothing() {
    let mutex = Mutex::new(0);
    let guard = mutex.lock().unwrap();
    assert!(catch_unwind(|| panic!("caught")).is_err());
    drop(guard);
    assert!(!mutex.is_poisoned());
}

#[test]
fn try_lock_fails_while_the_lock_is_held() {
    let mutex = Mutex::new(1);
    let guard = mutex.lock().unwrap();
    assert!(matches!(mutex.try_lock(), Err(TryLockError::WouldBlock)));
    let error = mutex.try_lock().unwrap_err();
    assert_eq!(format!("{error:?}"), "\"WouldBlock\"");
    assert_eq!(error.to_string(), "try_lock failed because the operation would block");
    drop(guard);
    assert_eq!(*mutex.try_lock().unwrap(), 1);
}

#[test]
fn a_poisoned_mutex_still_gives_its_value() {
    let mut mutex = poisoned(3);
    assert_eq!(**mutex.get_mut().unwrap_err().get_ref(), 3);
    **mutex.get_mut().unwrap_err().get_mut() = 4;
    let error = mutex.lock().unwrap_err();
    assert_eq!(format!("{error:?}"), "PoisonError { .. }");
    assert_eq!(error.to_string(), "poisoned lock: another task failed inside");
    drop(error);
    assert_eq!(mutex.into_inner().unwrap_err().into_inner(), 4);
}

#[test]
fn poison_passes_through_the_error_types() {
    let mutex = poisoned(3);
    let guard: MutexGuard<'_, i32> = mutex.lock().unwrap_or_else(PoisonError::into_inner);
    assert_eq!(*guard, 3);
    let error: TryLockError<i32> = PoisonError::new(5).into();
    assert!(matches!(error, TryLockError::Poisoned(poison) if *poison.get_ref() == 5));
}

#[test]
fn what_is_printed_says_whether_it_is_locked_and_poisoned() {
    let mutex = Mutex::new(7);
    assert_eq!(format!("{mutex:?}"), "Mutex { data: 7, poisoned: false, .. }");
    let guard = mutex.lock().unwrap();
    assert_eq!(format!("{mutex:?}"), "Mutex { data: \"<locked>\", poisoned: false, .. }");
    assert_eq!(format!("{guard:?} {guard}"), "7 7");
    drop(guard);
    assert_eq!(format!("{:?}", poisoned(8)), "Mutex { data: 8, poisoned: true, .. }");
}

#[test]
fn it_holds_what_has_no_size() {
    let mutex: &Mutex<[i32]> = &Mutex::new([1, 2, 3]);
    mutex.lock().unwrap()[0] = 4;
    assert_eq!(*mutex.lock().unwrap(), [4, 2, 3]);
    let shared: Arc<Mutex<dyn Fn() -> i32 + Send>> = Arc::new(Mutex::new(|| 5));
    assert_eq!((shared.lock().unwrap())(), 5);
}

#[test]
fn it_is_made_from_its_value() {
    assert_eq!(Mutex::from(1).into_inner().unwrap(), 1);
    assert_eq!(Mutex::<i32>::default().into_inner().unwrap(), 0);
    static EMPTY: Mutex<Vec<i32>> = Mutex::new(Vec::new());
    assert!(EMPTY.lock().unwrap().is_empty());
}

#[test]
fn it_drops_its_value_once() {
    let value = Arc::new(());
    drop(Mutex::new(Arc::clone(&value)));
    assert_eq!(Arc::strong_count(&value), 1);
    let kept = Mutex::new(Arc::clone(&value)).into_inner().unwrap();
    assert_eq!(Arc::strong_count(&value), 2);
    drop(kept);
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn three_threads_lose_no_update() {
    let mutex = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| *mutex.lock().unwrap() += 1);
        }
    });
    assert_eq!(mutex.into_inner().unwrap(), 3);
}

#[test]
fn a_waiter_gets_the_lock_of_one_who_panicked() {
    let mutex = Mutex::new(0);
    thread::scope(|scope| {
        let panics = scope.spawn(|| {
            let _guard = mutex.lock().unwrap_or_else(PoisonError::into_inner);
            panic!("under the lock");
        });
        let waits = scope.spawn(|| mutex.lock().is_ok());
        let found_it_well = waits.join().unwrap();
        assert!(panics.join().is_err());
        assert!(mutex.is_poisoned());
        // Whoever came first.
        let _ = found_it_well;
    });
}

#[test]
fn one_thread_can_see_that_another_poisoned_it() {
    let mutex = Arc::new(Mutex::new(0));
    let other = Arc::clone(&mutex);
    let panics = thread::spawn(move || {
        let _guard = other.lock();
        panic!("under the lock");
    });
    while !mutex.is_poisoned() {
        thread::yield_now();
    }
    assert!(mutex.lock().is_err());
    assert!(panics.join().is_err());
}
