//! `std::sync::RwLock`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, RwLock, RwLockWriteGuard, TryLockError};
use std::thread;

#[test]
fn readers_share_and_a_writer_does_not() {
    let lock = RwLock::new(1);
    let (first, second) = (lock.read().unwrap(), lock.read().unwrap());
    assert_eq!(*first + *second, 2);
    assert!(matches!(lock.try_write(), Err(TryLockError::WouldBlock)));
    assert_eq!(*lock.try_read().unwrap(), 1);
    drop((first, second));
    let mut writer = lock.write().unwrap();
    *writer = 2;
    assert!(matches!(lock.try_read(), Err(TryLockError::WouldBlock)));
    assert!(matches!(lock.try_write(), Err(TryLockError::WouldBlock)));
    drop(writer);
    assert_eq!(lock.into_inner().unwrap(), 2);
}

#[test]
fn a_writer_that_panics_poisons_and_a_reader_does_not() {
    let lock = Arc::new(RwLock::new(1));
    let other = Arc::clone(&lock);
    let reads = thread::spawn(move || {
        let _guard = other.read().unwrap();
        panic!("as a reader");
    });
    assert!(reads.join().is_err());
    assert!(!lock.is_poisoned());
    let other = Arc::clone(&lock);
    let writes = thread::spawn(move || {
        *other.write().unwrap() = 2;
        let _guard = other.write().unwrap();
        panic!("as a writer");
    });
    assert!(writes.join().is_err());
    assert!(lock.is_poisoned());
    assert_eq!(*lock.read().unwrap_err().into_inner(), 2);
    assert_eq!(*lock.write().unwrap_err().into_inner(), 2);
    assert!(matches!(lock.try_read(), Err(TryLockError::Poisoned(_))));
    assert!(matches!(lock.try_write(), Err(TryLockError::Poisoned(_))));
    lock.clear_poison();
    assert_eq!(*lock.read().unwrap(), 2);
}

#[test]
fn a_writer_becomes_a_reader_with_no_writer_in_between() {
    let lock = RwLock::new(0);
    thread::scope(|scope| {
        scope.spawn(|| *lock.write().unwrap() += 10);
        let mut writer = lock.write().unwrap();
        *writer += 1;
        let written = *writer;
        let reader = RwLockWriteGuard::downgrade(writer);
        assert_eq!(*reader, written);
        assert!(lock.try_write().is_err());
    });
    assert_eq!(lock.into_inner().unwrap(), 11);
}

#[test]
fn exclusive_access_needs_no_lock() {
    let mut lock = RwLock::from(1);
    *lock.get_mut().unwrap() += 1;
    assert_eq!(lock.into_inner().unwrap(), 2);
    assert_eq!(*RwLock::<u8>::default().read().unwrap(), 0);
}

#[test]
fn what_is_printed_says_whether_a_writer_is_inside() {
    let lock = RwLock::new(7);
    let reader = lock.read().unwrap();
    assert_eq!(format!("{lock:?}"), "RwLock { data: 7, poisoned: false, .. }");
    assert_eq!(format!("{reader:?} {reader}"), "7 7");
    drop(reader);
    let writer = lock.write().unwrap();
    assert_eq!(format!("{lock:?}"), "RwLock { data: <locked>, poisoned: false, .. }");
    assert_eq!(format!("{writer:?} {writer}"), "7 7");
    drop(writer);
    let panics = || {
        let _guard = lock.write().unwrap();
        panic!("as a writer");
    };
    assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
    assert_eq!(format!("{lock:?}"), "RwLock { data: 7, poisoned: true, .. }");
}

#[test]
fn it_holds_what_has_no_size() {
    let lock: &RwLock<[i32]> = &RwLock::new([1, 2]);
    lock.write().unwrap()[1] = 3;
    assert_eq!(*lock.read().unwrap(), [1, 3]);
    assert_eq!(lock.read().unwrap().len(), 2);
}

#[test]
fn readers_never_see_half_a_write() {
    let lock = RwLock::new((0, 0));
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut pair = lock.write().unwrap();
            pair.0 += 1;
            pair.1 += 1;
        });
        for _ in 0..2 {
            scope.spawn(|| {
                let pair = lock.read().unwrap();
                assert_eq!(pair.0, pair.1);
            });
        }
    });
}
