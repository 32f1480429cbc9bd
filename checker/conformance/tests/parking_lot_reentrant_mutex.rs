//! `parking_lot::ReentrantMutex` and its guards.

use parking_lot::{ArcReentrantMutexGuard, ReentrantMutex};
use parking_lot::{MappedReentrantMutexGuard, ReentrantMutexGuard};
use std::cell::Cell;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

static COUNT: ReentrantMutex<Cell<u32>> = ReentrantMutex::new(Cell::new(0));

const SHORT: Duration = Duration::from_millis(5);

#[test]
fn its_owner_may_lock_it_again() {
    let add = || {
        let outer = COUNT.lock();
        let inner = COUNT.lock();
        inner.set(outer.get() + 1);
    };
    thread::scope(|s| {
        s.spawn(add);
        s.spawn(add);
    });
    assert_eq!(COUNT.lock().get(), 2);
}

#[test]
fn others_stay_out_until_the_last_guard_is_gone() {
    let mutex = ReentrantMutex::new(1);
    let elsewhere = || thread::scope(|s| s.spawn(|| mutex.try_lock().is_some()).join().unwrap());
    let outer = mutex.lock();
    let inner = mutex.try_lock().unwrap();
    let innermost = mutex.try_lock_for(SHORT).unwrap();
    assert!(mutex.is_locked());
    assert!(mutex.is_owned_by_current_thread());
    drop(outer);
    assert!(!elsewhere());
    drop(inner);
    assert!(!elsewhere());
    drop(innermost);
    assert!(!mutex.is_owned_by_current_thread());
    assert!(elsewhere());
}

#[test]
fn another_thread_waits_in_vain() {
    let mutex = ReentrantMutex::new(1);
    let _held = mutex.lock();
    thread::scope(|s| {
        s.spawn(|| {
            assert!(!mutex.is_owned_by_current_thread());
            assert!(mutex.try_lock_for(SHORT).is_none());
            assert!(mutex.try_lock_until(Instant::now() + SHORT).is_none());
        });
    });
}

#[test]
fn unlocked_lets_another_in_only_from_the_outermost() {
    let mutex = ReentrantMutex::new(Cell::new(0));
    let elsewhere = || thread::scope(|s| s.spawn(|| mutex.try_lock().is_some()).join().unwrap());
    let mut outer = mutex.lock();
    assert!(ReentrantMutexGuard::unlocked(&mut outer, elsewhere));
    assert!(ReentrantMutexGuard::unlocked_fair(&mut outer, elsewhere));
    let mut inner = mutex.lock();
    assert!(!ReentrantMutexGuard::unlocked(&mut inner, elsewhere));
    ReentrantMutexGuard::bump(&mut inner);
    ReentrantMutexGuard::unlock_fair(inner);
    ReentrantMutexGuard::bump(&mut outer);
    assert!(mutex.is_owned_by_current_thread());
    drop(outer);
    assert!(!mutex.is_locked());
}

#[test]
fn mapped_guards_keep_the_lock() {
    let mutex = ReentrantMutex::new((1, Some(2)));
    let first = ReentrantMutexGuard::map(mutex.lock(), |pair| &pair.0);
    let Ok(second) = ReentrantMutexGuard::try_map(mutex.lock(), |pair| pair.1.as_ref()) else {
        panic!()
    };
    assert_eq!(format!("{first} {second:?}"), "1 2");
    drop(MappedReentrantMutexGuard::map(first, |first| first));
    assert!(mutex.is_locked());
    let Err(second) = MappedReentrantMutexGuard::try_map(second, |_| None::<&u8>) else { panic!() };
    MappedReentrantMutexGuard::unlock_fair(second);
    assert!(!mutex.is_locked());
    let Err((guard, 3)) = ReentrantMutexGuard::try_map_or_err(mutex.lock(), |_| Err::<&u8, _>(3))
    else {
        panic!()
    };
    assert!(std::ptr::eq(ReentrantMutexGuard::remutex(&guard), &mutex));
}

#[test]
fn a_guard_can_own_an_arc() {
    let mutex = Arc::new(ReentrantMutex::new(1));
    let outer = mutex.lock_arc();
    let inner = mutex.try_lock_arc().unwrap();
    assert_eq!((*outer + *inner, Arc::strong_count(&mutex)), (2, 3));
    assert!(mutex.try_lock_arc_for(SHORT).is_some());
    drop(ArcReentrantMutexGuard::into_arc(inner));
    assert!(mutex.is_locked());
    ArcReentrantMutexGuard::unlock_fair(outer);
    assert!(!mutex.is_locked());
    assert_eq!(Arc::strong_count(&mutex), 1);
}

#[test]
fn it_shows_its_value_to_its_owner() {
    let mutex = ReentrantMutex::new(1);
    assert_eq!(format!("{mutex:?}"), "ReentrantMutex { data: 1 }");
    let held = mutex.lock();
    assert_eq!(format!("{mutex:?} {held:?}"), "ReentrantMutex { data: 1 } 1");
    let elsewhere = thread::scope(|s| s.spawn(|| format!("{mutex:?}")).join().unwrap());
    assert_eq!(elsewhere, "ReentrantMutex { data: <locked> }");
    drop(held);
    assert_eq!(ReentrantMutex::<u8>::default().into_inner(), 0);
    assert_eq!(*ReentrantMutex::from(2).get_mut(), 2);
}
