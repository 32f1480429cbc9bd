//! `parking_lot::Once`.

use parking_lot::{Once, OnceState};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static START: Once = Once::new();
static STARTED: AtomicUsize = AtomicUsize::new(0);

#[test]
fn it_happens_once_and_before_anybody_goes_on() {
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                START.call_once(|| STARTED.store(1, Ordering::Relaxed));
                assert_eq!(STARTED.load(Ordering::Relaxed), 1);
            });
        }
    });
    assert!(START.is_completed());
}

#[test]
fn its_state_can_be_seen() {
    let once = Once::new();
    assert_eq!(once.state(), OnceState::New);
    assert!(!once.is_completed());
    once.call_once(|| assert_eq!(once.state(), OnceState::InProgress));
    assert_eq!(once.state(), OnceState::Done);
    assert!(once.state().is_completed() && once.state().done());
    assert!(!once.state().is_poisoned() && !once.state().poisoned());
    assert_eq!(Once::new_completed().state(), OnceState::Done);
    assert_eq!(Once::default().state(), OnceState::New);
    assert_eq!(format!("{once:?}"), "Once { state: Done }");
}

#[test]
fn a_panic_poisons_it() {
    let once = Once::new();
    assert!(catch_unwind(AssertUnwindSafe(|| once.call_once(|| panic!("inside")))).is_err());
    assert_eq!(once.state(), OnceState::Poisoned);
    assert!(catch_unwind(AssertUnwindSafe(|| once.call_once(|| ()))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| once.wait())).is_err());
}

#[test]
fn force_goes_past_a_panic() {
    let once = Once::new();
    assert!(catch_unwind(AssertUnwindSafe(|| once.call_once(|| panic!("inside")))).is_err());
    once.call_once_force(|state| assert_eq!(state, OnceState::Poisoned));
    once.call_once(|| unreachable!());
    once.call_once_force(|_| unreachable!());
    let fresh = Once::new();
    fresh.call_once_force(|state| assert_eq!(state, OnceState::New));
    assert!(fresh.is_completed());
}

#[test]
fn waiting_ends_when_it_is_done() {
    let (once, value) = (Once::new(), AtomicUsize::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            once.wait();
            assert_eq!(value.load(Ordering::Relaxed), 1);
        });
        s.spawn(|| {
            once.wait_force();
            assert_eq!(value.load(Ordering::Relaxed), 1);
        });
        once.call_once(|| value.store(1, Ordering::Relaxed));
    });
}

#[test]
fn waiting_by_force_goes_past_a_panic() {
    let once = Once::new();
    thread::scope(|s| {
        s.spawn(|| once.wait_force());
        assert!(catch_unwind(AssertUnwindSafe(|| once.call_once(|| panic!("inside")))).is_err());
        once.call_once_force(|_| ());
    });
    assert!(once.is_completed());
}
