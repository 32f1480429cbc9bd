//! `parking_lot::Condvar`.

use parking_lot::{Condvar, Mutex};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

const SHORT: Duration = Duration::from_millis(5);
const LONG: Duration = Duration::from_secs(60);

static READY: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

#[test]
fn a_waiter_is_woken() {
    thread::scope(|s| {
        s.spawn(|| {
            *READY.0.lock() = true;
            READY.1.notify_one();
        });
        let mut ready = READY.0.lock();
        while !*ready {
            READY.1.wait(&mut ready);
        }
        assert!(*ready);
    });
}

#[test]
fn one_waiter_needs_no_loop() {
    let (lock, changed) = (Mutex::new(0), Condvar::new());
    thread::scope(|s| {
        let mut guard = lock.lock();
        s.spawn(|| {
            *lock.lock() = 1;
            assert!(changed.notify_one());
        });
        changed.wait(&mut guard);
        assert_eq!(*guard, 1);
    });
}

#[test]
fn notifying_tells_whether_it_woke_anybody() {
    let changed = Condvar::new();
    assert!(!changed.notify_one());
    assert_eq!(changed.notify_all(), 0);
    let lock = Mutex::new(false);
    thread::scope(|s| {
        let waits = || {
            let mut waiting = lock.lock();
            *waiting = true;
            changed.wait(&mut waiting);
        };
        let mut inside = lock.lock();
        let waiter = s.spawn(waits);
        changed.wait_while_for(&mut inside, |waiting| !*waiting, SHORT);
        // Whoever waits gave the lock back as it began to.
        assert_eq!(changed.notify_one(), *inside);
        drop(inside);
        while !waiter.is_finished() {
            changed.notify_all();
            thread::yield_now();
        }
    });
}

#[test]
fn wait_while_waits_for_the_condition() {
    let pair = Arc::new((Mutex::new(0), Condvar::new()));
    let other = Arc::clone(&pair);
    let counts = thread::spawn(move || {
        for _ in 0..2 {
            *other.0.lock() += 1;
            other.1.notify_all();
        }
    });
    let mut count = pair.0.lock();
    pair.1.wait_while(&mut count, |count| *count < 2);
    assert_eq!(*count, 2);
    drop(count);
    counts.join().unwrap();
}

#[test]
fn wait_while_that_is_done_does_not_wait() {
    let (lock, changed) = (Mutex::new(1), Condvar::new());
    let mut guard = lock.lock();
    changed.wait_while(&mut guard, |value| *value == 0);
    assert!(!changed.wait_while_for(&mut guard, |value| *value == 0, SHORT).timed_out());
    let until = Instant::now() + SHORT;
    assert!(!changed.wait_while_until(&mut guard, |value| *value == 0, until).timed_out());
}

#[test]
fn time_runs_out_where_nobody_notifies() {
    let (lock, changed) = (Mutex::new(1), Condvar::new());
    let mut guard = lock.lock();
    assert!(changed.wait_for(&mut guard, SHORT).timed_out());
    assert!(changed.wait_until(&mut guard, Instant::now() + SHORT).timed_out());
    assert!(changed.wait_while_for(&mut guard, |_| true, SHORT).timed_out());
    let until = Instant::now() + SHORT;
    assert!(changed.wait_while_until(&mut guard, |_| true, until).timed_out());
    assert!(lock.is_locked());
}

#[test]
fn a_timed_wait_lets_others_in() {
    let (lock, changed) = (Mutex::new(0), Condvar::new());
    thread::scope(|s| {
        let mut guard = lock.lock();
        s.spawn(|| {
            *lock.lock() = 1;
            changed.notify_one();
        });
        let result = changed.wait_while_for(&mut guard, |value| *value == 0, LONG);
        assert_eq!(*guard == 0, result.timed_out());
    });
}

#[test]
fn a_wait_without_end_can_be_asked_for() {
    let (lock, changed) = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        let mut guard = lock.lock();
        s.spawn(|| {
            *lock.lock() = true;
            changed.notify_one();
        });
        assert!(!changed.wait_while_for(&mut guard, |ready| !*ready, Duration::MAX).timed_out());
        assert!(*guard);
    });
}

#[test]
fn two_mutexes_are_refused_while_one_is_waited_for() {
    let (first, second, changed) = (Mutex::new(false), Mutex::new(()), Condvar::new());
    let (sender, receiver) = std::sync::mpsc::channel();
    thread::scope(|s| {
        let waits = s.spawn(|| {
            let mut ready = first.lock();
            sender.send(()).unwrap();
            changed.wait_while(&mut ready, |ready| !*ready);
        });
        receiver.recv().unwrap();
        // The lock is free again only when the other waits.
        *first.lock() = true;
        let refused = s.spawn(|| changed.wait(&mut second.lock())).join();
        assert!(refused.is_err());
        changed.notify_all();
        waits.join().unwrap();
    });
}

#[test]
fn another_mutex_is_fine_when_nobody_waits() {
    let (first, second, changed) = (Mutex::new(()), Mutex::new(()), Condvar::new());
    assert!(changed.wait_for(&mut first.lock(), SHORT).timed_out());
    assert!(changed.wait_for(&mut second.lock(), SHORT).timed_out());
}

#[test]
fn it_shows_nothing() {
    assert_eq!(format!("{:?}", Condvar::default()), "Condvar { .. }");
    let (lock, changed) = (Mutex::new(()), Condvar::new());
    let result = changed.wait_for(&mut lock.lock(), SHORT);
    assert_eq!(format!("{result:?}"), "WaitTimeoutResult(true)");
    assert_eq!(result, result.clone());
}
