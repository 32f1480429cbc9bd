//! `std::sync::OnceLock`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};
use std::thread;

#[test]
fn it_is_set_once() {
    let lock = OnceLock::new();
    assert_eq!(lock.get(), None);
    assert_eq!(lock.set(1), Ok(()));
    assert_eq!(lock.set(2), Err(2));
    assert_eq!(lock.get(), Some(&1));
    assert_eq!(*lock.get_or_init(|| 3), 1);
    assert_eq!(*lock.wait(), 1);
    assert_eq!(lock.into_inner(), Some(1));
}

#[test]
fn it_can_be_emptied_with_exclusive_access() {
    let mut lock = OnceLock::from(1);
    *lock.get_mut().unwrap() = 2;
    assert_eq!(lock.take(), Some(2));
    assert_eq!((lock.take(), lock.get_mut()), (None, None));
    assert_eq!(*lock.get_or_init(|| 3), 3);
}

#[test]
fn an_initialisation_that_panics_leaves_it_empty() {
    let lock = OnceLock::new();
    assert!(catch_unwind(AssertUnwindSafe(|| lock.get_or_init(|| panic!("within")))).is_err());
    assert_eq!(lock.get(), None);
    assert_eq!(*lock.get_or_init(|| 1), 1);
}

#[test]
fn it_is_cloned_compared_and_printed() {
    let (empty, full) = (OnceLock::new(), OnceLock::from(1));
    assert_eq!(empty, OnceLock::default());
    assert_ne!(empty, full);
    assert_eq!(full.clone(), full);
    assert_eq!(format!("{empty:?} {full:?}"), "OnceLock(<uninit>) OnceLock(1)");
}

#[test]
fn it_drops_its_value_once() {
    let value = Arc::new(());
    let lock = OnceLock::new();
    lock.set(Arc::clone(&value)).unwrap();
    assert!(lock.set(Arc::clone(&value)).is_err());
    assert_eq!(Arc::strong_count(&value), 2);
    drop(lock);
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn one_of_two_initialisations_counts() {
    let lock = OnceLock::new();
    thread::scope(|scope| {
        let first = scope.spawn(|| *lock.get_or_init(|| 1));
        let second = scope.spawn(|| *lock.get_or_init(|| 2));
        let (first, second) = (first.join().unwrap(), second.join().unwrap());
        assert_eq!(first, second);
        assert_eq!(lock.get(), Some(&first));
    });
}

#[test]
fn one_of_two_sets_succeeds() {
    let lock = OnceLock::new();
    thread::scope(|scope| {
        let first = scope.spawn(|| lock.set(1).is_ok());
        let second = lock.set(2).is_ok();
        assert_ne!(first.join().unwrap(), second);
    });
}

#[test]
fn wait_returns_what_another_thread_set() {
    let lock = OnceLock::new();
    thread::scope(|scope| {
        scope.spawn(|| lock.set(vec![1]).unwrap());
        assert_eq!(lock.wait(), &[1]);
    });
}

#[test]
fn get_is_empty_or_sees_everything() {
    let lock = OnceLock::new();
    thread::scope(|scope| {
        scope.spawn(|| lock.get_or_init(|| vec![1, 2]));
        if let Some(value) = lock.get() {
            assert_eq!(value, &[1, 2]);
        }
    });
}
