//! `crossbeam::sync` and `crossbeam::utils`.

use crossbeam::sync::{Parker, ShardedLock, Unparker, WaitGroup};
use crossbeam::utils::{Backoff, CachePadded};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

const SHORT: Duration = Duration::from_millis(5);

#[test]
fn a_group_waits_for_its_members() {
    let (group, count) = (WaitGroup::new(), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..2 {
            let (member, count) = (group.clone(), &count);
            scope.spawn(move || {
                count.fetch_add(1, Relaxed);
                drop(member);
            });
        }
        group.wait();
        assert_eq!(count.load(Relaxed), 2);
    });
}

#[test]
fn members_that_wait_meet() {
    let (group, count) = (WaitGroup::new(), AtomicUsize::new(0));
    thread::scope(|scope| {
        let (member, count) = (group.clone(), &count);
        let other = scope.spawn(move || {
            count.fetch_add(1, Relaxed);
            member.wait();
            count.load(Relaxed)
        });
        count.fetch_add(1, Relaxed);
        group.wait();
        assert_eq!((count.load(Relaxed), other.join().unwrap()), (2, 2));
    });
}

#[test]
fn a_group_of_one_does_not_wait() {
    let group = WaitGroup::default();
    assert_eq!(format!("{group:?}"), "WaitGroup { count: 1 }");
    drop(group.clone());
    group.wait();
}

#[test]
fn a_token_is_kept_until_it_is_taken() {
    let parker = Parker::new();
    parker.unparker().unpark();
    parker.unparker().unpark();
    parker.park();
    // Two tokens are one.
    let started = Instant::now();
    parker.park_timeout(SHORT);
    assert!(started.elapsed() >= SHORT);
    parker.park_deadline(Instant::now());
}

#[test]
fn unparking_hands_on_what_was_done() {
    let (parker, x) = (Parker::default(), Arc::new(AtomicUsize::new(0)));
    let (unparker, y): (Unparker, _) = (parker.unparker().clone(), Arc::clone(&x));
    let other = thread::spawn(move || {
        y.store(1, Relaxed);
        unparker.unpark();
    });
    parker.park();
    assert_eq!(x.load(Relaxed), 1);
    other.join().unwrap();
    assert_eq!(format!("{parker:?} {:?}", parker.unparker()), "Parker { .. } Unparker { .. }");
}

#[test]
fn a_raw_parker_is_one_again() {
    let parker = Parker::new();
    parker.unparker().unpark();
    // SAFETY: the pointer is the one just made.
    let parker = unsafe { Parker::from_raw(Parker::into_raw(parker)) };
    parker.park();
    let unparker = parker.unparker().clone();
    // SAFETY: as above.
    let unparker = unsafe { Unparker::from_raw(Unparker::into_raw(unparker)) };
    unparker.unpark();
    parker.park();
}

#[test]
fn readers_share_and_writers_do_not() {
    let mut lock = ShardedLock::new(1);
    {
        let (one, two) = (lock.read().unwrap(), lock.try_read().unwrap());
        assert_eq!(*one + *two, 2);
        assert!(matches!(lock.try_write(), Err(TryLockError::WouldBlock)));
        assert_eq!(
            format!("{one} {one:?}"),
            "1 ShardedLockReadGuard { lock: ShardedLock { data: 1 } }"
        );
    }
    {
        let mut writer = lock.write().unwrap();
        *writer += 1;
        assert!(matches!(lock.try_read(), Err(TryLockError::WouldBlock)));
        assert_eq!(format!("{lock:?} {writer}"), "ShardedLock { data: <locked> } 2");
    }
    *lock.get_mut().unwrap() += 1;
    assert_eq!(
        format!("{lock:?} {:?}", ShardedLock::<u32>::default()),
        "ShardedLock { data: 3 } ShardedLock { data: 0 }"
    );
    assert_eq!(lock.into_inner().unwrap(), 3);
    let unsized_lock: &ShardedLock<[u32]> = &ShardedLock::from([1, 2]);
    assert_eq!(unsized_lock.read().unwrap().len(), 2);
}

#[test]
fn a_writer_that_panics_poisons() {
    let lock = ShardedLock::new(1);
    let result = catch_unwind(AssertUnwindSafe(|| {
        let _reader = lock.read().unwrap();
        panic!("while reading");
    }));
    assert!(result.is_err() && !lock.is_poisoned());
    let result = catch_unwind(AssertUnwindSafe(|| {
        *lock.write().unwrap() = 2;
        let _writer = lock.write().unwrap();
        panic!("while writing");
    }));
    assert!(result.is_err() && lock.is_poisoned());
    assert!(matches!(lock.try_read(), Err(TryLockError::Poisoned(_))));
    assert_eq!(*lock.read().unwrap_err().into_inner(), 2);
    assert!(lock.write().is_err() && lock.into_inner().is_err());
}

#[test]
fn writers_lose_no_updates() {
    let lock = ShardedLock::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| *lock.write().unwrap() += 1);
        }
        let seen = *lock.read().unwrap();
        assert!(seen <= 2);
    });
    assert_eq!(lock.into_inner().unwrap(), 2);
}

#[test]
fn backing_off_comes_to_an_end() {
    let backoff = Backoff::new();
    assert!(!backoff.is_completed());
    assert_eq!(format!("{backoff:?}"), "Backoff { step: Cell { value: 0 }, is_completed: false }");
    while !backoff.is_completed() {
        backoff.snooze();
    }
    backoff.reset();
    assert!(!backoff.is_completed());
    for _ in 0..100 {
        backoff.spin();
    }
    assert!(!backoff.is_completed());
}

#[test]
fn padding_keeps_the_value() {
    let mut padded = CachePadded::new(7_u8);
    *padded += 1;
    assert!(align_of::<CachePadded<u8>>() >= 32);
    assert_eq!(format!("{padded:?} {padded}"), "CachePadded { value: 8 } 8");
    assert_eq!(padded.into_inner(), 8);
}
