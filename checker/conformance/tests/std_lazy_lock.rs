//! `std::sync::LazyLock`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static RUNS: AtomicUsize = AtomicUsize::new(0);
static TABLE: LazyLock<Vec<usize>> = LazyLock::new(|| {
    RUNS.fetch_add(1, Ordering::Relaxed);
    vec![1, 2]
});

#[test]
fn a_static_is_made_by_its_first_user() {
    thread::scope(|scope| {
        scope.spawn(|| assert_eq!(TABLE.len(), 2));
        scope.spawn(|| assert_eq!(TABLE[1], 2));
    });
    assert_eq!(RUNS.load(Ordering::Relaxed), 1);
}

#[test]
fn nothing_is_made_before_it_is_asked_for() {
    let mut lazy = LazyLock::new(|| 1);
    assert_eq!(LazyLock::get(&lazy), None);
    assert_eq!(LazyLock::get_mut(&mut lazy), None);
    assert_eq!(format!("{lazy:?}"), "LazyLock(<uninit>)");
    assert_eq!(*LazyLock::force(&lazy), 1);
    assert_eq!(LazyLock::get(&lazy), Some(&1));
    assert_eq!(format!("{lazy:?}"), "LazyLock(1)");
}

#[test]
fn exclusive_access_changes_it() {
    let mut lazy = LazyLock::new(|| 1);
    *lazy += 1;
    *LazyLock::force_mut(&mut lazy) += 1;
    *LazyLock::get_mut(&mut lazy).unwrap() += 1;
    assert_eq!(*lazy, 4);
    assert_eq!(*LazyLock::<u8>::default(), 0);
}

#[test]
fn a_panic_poisons_it_for_good() {
    let lazy: LazyLock<i32> = LazyLock::new(|| panic!("within"));
    let forces = || {
        let _ = LazyLock::force(&lazy);
    };
    assert!(catch_unwind(AssertUnwindSafe(forces)).is_err());
    let again = catch_unwind(AssertUnwindSafe(forces)).unwrap_err();
    let said = again.downcast_ref::<&str>().copied();
    assert_eq!(said, Some("LazyLock instance has previously been poisoned"));
    assert_eq!(LazyLock::get(&lazy), None);
}

#[test]
fn what_its_closure_owns_goes_with_the_call() {
    let owned = std::sync::Arc::new(());
    let kept = std::sync::Arc::clone(&owned);
    let lazy = LazyLock::new(move || std::sync::Arc::strong_count(&kept));
    assert_eq!(*lazy, 2);
    assert_eq!(std::sync::Arc::strong_count(&owned), 1);
}
