//! `std::sync::Once`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn fails(f: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(f)).is_err()
}

#[test]
fn it_runs_once() {
    let (once, mut runs) = (Once::new(), 0);
    assert!(!once.is_completed());
    once.call_once(|| runs += 1);
    assert!(once.is_completed());
    once.call_once(|| runs += 1);
    once.call_once_force(|_| runs += 1);
    once.wait();
    once.wait_force();
    assert_eq!(runs, 1);
    assert_eq!(format!("{once:?}"), "Once { .. }");
}

#[test]
fn everyone_waits_for_whoever_is_at_it() {
    let (once, runs) = (Once::new(), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                once.call_once(|| {
                    runs.fetch_add(1, Ordering::Relaxed);
                });
                assert_eq!(runs.load(Ordering::Relaxed), 1);
            });
        }
    });
}

#[test]
fn wait_sees_what_was_done() {
    let (once, value) = (Once::new(), AtomicUsize::new(0));
    thread::scope(|scope| {
        scope.spawn(|| once.call_once(|| value.store(1, Ordering::Relaxed)));
        once.wait();
        assert_eq!(value.load(Ordering::Relaxed), 1);
    });
}

#[test]
fn a_panic_poisons_it_for_all_but_force() {
    let once = Once::new();
    assert!(fails(|| once.call_once(|| panic!("within"))));
    assert!(!once.is_completed());
    assert!(fails(|| once.call_once(|| ())));
    assert!(fails(|| once.wait()));
    let mut found = None;
    once.call_once_force(|state| found = Some((state.is_poisoned(), format!("{state:?}"))));
    assert_eq!(found, Some((true, "OnceState { poisoned: true }".to_owned())));
    assert!(once.is_completed());
    once.call_once(|| panic!("never run"));
    once.wait();
}

#[test]
fn force_may_fail_and_be_tried_again() {
    let once = Once::new();
    assert!(fails(|| once.call_once_force(|state| {
        assert!(!state.is_poisoned());
        panic!("within");
    })));
    assert!(fails(|| once.call_once_force(|state| {
        assert!(state.is_poisoned());
        panic!("within");
    })));
    once.call_once_force(|state| assert!(state.is_poisoned()));
    assert!(once.is_completed());
}

#[test]
fn wait_force_waits_for_a_later_success() {
    let once = Once::new();
    assert!(fails(|| once.call_once(|| panic!("within"))));
    thread::scope(|scope| {
        scope.spawn(|| once.call_once_force(|_| ()));
        once.wait_force();
        assert!(once.is_completed());
    });
}

#[test]
fn one_once_within_another() {
    let (outer, inner, mut runs) = (Once::new(), Once::new(), 0);
    outer.call_once(|| inner.call_once(|| runs += 1));
    assert!(outer.is_completed() && inner.is_completed());
    assert_eq!(runs, 1);
}

#[test]
#[allow(deprecated)]
fn the_constant_of_old_makes_one() {
    static ONCE: Once = std::sync::ONCE_INIT;
    ONCE.call_once(|| ());
    assert!(ONCE.is_completed());
}
