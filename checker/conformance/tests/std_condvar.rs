//! `std::sync::Condvar`.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

const LONG: Duration = Duration::from_secs(3600);

#[test]
fn a_wait_ends_when_the_condition_holds() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&pair);
    let notifies = thread::spawn(move || {
        *other.0.lock().unwrap() = true;
        other.1.notify_one();
    });
    let (lock, condvar) = &*pair;
    let mut ready = lock.lock().unwrap();
    while !*ready {
        ready = condvar.wait(ready).unwrap();
    }
    drop(ready);
    notifies.join().unwrap();
}

#[test]
fn wait_while_asks_before_it_waits() {
    let (lock, condvar) = (Mutex::new(3), Condvar::new());
    let mut asked = 0;
    let guard = condvar.wait_while(lock.lock().unwrap(), |value| {
        asked += 1;
        *value += 1;
        false
    });
    assert_eq!((*guard.unwrap(), asked), (4, 1));
}

#[test]
fn wait_while_waits_as_long_as_it_is_told_to() {
    let pair = Arc::new((Mutex::new(0), Condvar::new()));
    let waits: Vec<_> = (0..2)
        .map(|_| {
            let pair = Arc::clone(&pair);
            thread::spawn(move || {
                let guard = pair.1.wait_while(pair.0.lock().unwrap(), |value| *value == 0);
                *guard.unwrap()
            })
        })
        .collect();
    *pair.0.lock().unwrap() = 5;
    pair.1.notify_all();
    for waits in waits {
        assert_eq!(waits.join().unwrap(), 5);
    }
}

#[test]
fn a_timeout_is_told_from_a_notification() {
    let (lock, condvar) = (Mutex::new(()), Condvar::default());
    let brief = Duration::from_millis(1);
    let (guard, result) =
        condvar.wait_timeout_while(lock.lock().unwrap(), brief, |()| true).unwrap();
    assert!(result.timed_out());
    assert_eq!(format!("{result:?}"), "WaitTimeoutResult(true)");
    let (_guard, result) = condvar.wait_timeout_while(guard, LONG, |()| false).unwrap();
    assert!(!result.timed_out());
}

#[test]
fn a_condition_that_holds_counts_more_than_the_time() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&pair);
    let notifies = thread::spawn(move || {
        *other.0.lock().unwrap() = true;
        other.1.notify_one();
    });
    let brief = Duration::from_millis(1);
    let guard = pair.0.lock().unwrap();
    let (ready, result) = pair.1.wait_timeout_while(guard, brief, |ready| !*ready).unwrap();
    assert_ne!(*ready, result.timed_out());
    drop(ready);
    notifies.join().unwrap();
}

#[test]
#[allow(deprecated)]
fn wait_timeout_ms_is_true_if_the_time_did_not_end_it() {
    let (lock, condvar) = (Mutex::new(1), Condvar::new());
    let mut guard = lock.lock().unwrap();
    loop {
        // It may return early, and then says so.
        let (again, in_time) = condvar.wait_timeout_ms(guard, 1).unwrap();
        guard = again;
        if !in_time {
            break;
        }
    }
    assert_eq!(*guard, 1);
}

#[test]
fn a_mutex_poisoned_meanwhile_is_an_error() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&pair);
    let panics = thread::spawn(move || {
        let mut ready = other.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *ready = true;
        other.1.notify_one();
        panic!("under the lock");
    });
    let mut failed = false;
    let mut ready = pair.0.lock().unwrap_or_else(|poisoned| {
        failed = true;
        poisoned.into_inner()
    });
    while !*ready {
        ready = pair.1.wait(ready).unwrap_or_else(|poisoned| {
            failed = true;
            poisoned.into_inner()
        });
    }
    drop(ready);
    assert!(panics.join().is_err());
    assert!(failed && pair.0.is_poisoned());
}

#[test]
fn notifying_nobody_is_forgotten() {
    let (lock, condvar) = (Mutex::new(()), Condvar::new());
    condvar.notify_one();
    condvar.notify_all();
    let brief = Duration::from_millis(1);
    let (_guard, result) =
        condvar.wait_timeout_while(lock.lock().unwrap(), brief, |()| true).unwrap();
    assert!(result.timed_out());
    assert_eq!(format!("{condvar:?}"), "Condvar { .. }");
}
