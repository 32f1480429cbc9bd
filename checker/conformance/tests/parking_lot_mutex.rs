//! `parking_lot::{Mutex, FairMutex}` and their guards.

use parking_lot::{FairMutex, MappedMutexGuard, Mutex, MutexGuard};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

static COUNT: Mutex<u32> = Mutex::new(0);
static FAIR: FairMutex<Option<u32>> = FairMutex::new(None);

const SHORT: Duration = Duration::from_millis(5);

#[test]
fn sections_exclude_each_other() {
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                for _ in 0..2 {
                    *COUNT.lock() += 1;
                }
            });
        }
    });
    assert_eq!(*COUNT.lock(), 4);
}

#[test]
fn a_fair_mutex_is_a_mutex() {
    thread::scope(|s| {
        s.spawn(|| *FAIR.lock() = Some(FAIR_VALUE));
        s.spawn(|| assert!(matches!(*FAIR.lock(), None | Some(FAIR_VALUE))));
    });
    assert_eq!(*FAIR.lock(), Some(FAIR_VALUE));
}

const FAIR_VALUE: u32 = 7;

#[test]
fn a_panic_under_the_lock_does_not_poison_it() {
    let mutex = Arc::new(Mutex::new(1));
    let other = Arc::clone(&mutex);
    let ended = thread::spawn(move || {
        let mut value = other.lock();
        *value = 2;
        panic!("under the lock");
    });
    assert!(ended.join().is_err());
    assert!(!mutex.is_locked());
    assert_eq!(*mutex.lock(), 2);
}

#[test]
fn try_lock_fails_while_it_is_held() {
    let mutex = Mutex::new(());
    let held = mutex.lock();
    assert!(mutex.is_locked());
    assert!(mutex.try_lock().is_none());
    assert!(mutex.try_lock_for(SHORT).is_none());
    assert!(mutex.try_lock_until(Instant::now() + SHORT).is_none());
    drop(held);
    assert!(!mutex.is_locked());
    assert!(mutex.try_lock().is_some());
    assert!(mutex.try_lock_for(SHORT).is_some());
    assert!(mutex.try_lock_until(Instant::now() + SHORT).is_some());
}

#[test]
fn exclusive_access_needs_no_lock() {
    let mut mutex = Mutex::new(1);
    *mutex.get_mut() += 1;
    assert_eq!(mutex.data_ptr(), std::ptr::from_mut(mutex.get_mut()));
    assert_eq!(mutex.into_inner(), 2);
}

#[test]
fn into_inner_gives_the_value_back_undropped() {
    struct Counts(Arc<AtomicUsize>);
    impl Drop for Counts {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
    let drops = Arc::new(AtomicUsize::new(0));
    let value = Mutex::new(Counts(Arc::clone(&drops))).into_inner();
    assert_eq!(drops.load(Ordering::SeqCst), 0);
    drop(value);
    assert_eq!(drops.load(Ordering::SeqCst), 1);
}

#[test]
fn it_shows_its_value_or_that_it_is_locked() {
    let mutex = Mutex::new(vec![1]);
    assert_eq!(format!("{mutex:?}"), "Mutex { data: [1] }");
    let held = mutex.lock();
    assert_eq!(format!("{mutex:?}"), "Mutex { data: <locked> }");
    assert_eq!(format!("{held:?}"), "[1]");
    drop(held);
    assert_eq!(format!("{:#?}", Mutex::new(1)), "Mutex {\n    data: 1,\n}");
    assert_eq!(format!("{:?}", FairMutex::new(1)), "Mutex { data: 1 }");
    assert_eq!(Mutex::new("text").lock().to_string(), "text");
}

#[test]
fn it_is_made_of_a_value_and_by_default() {
    assert_eq!(*Mutex::from(3).lock(), 3);
    assert_eq!(*Mutex::<String>::default().lock(), "");
    assert_eq!(*FairMutex::<u8>::default().lock(), 0);
}

#[test]
fn a_guard_knows_its_mutex() {
    let mutex = Mutex::new(1);
    let guard = mutex.lock();
    assert!(std::ptr::eq(MutexGuard::mutex(&guard), &mutex));
}

#[test]
fn unlocked_lets_another_in() {
    let mutex = Mutex::new(0);
    let mut guard = mutex.lock();
    let seen = MutexGuard::unlocked(&mut guard, || {
        thread::scope(|s| {
            s.spawn(|| {
                *mutex.lock() += 1;
                *mutex.lock()
            })
            .join()
            .unwrap()
        })
    });
    assert_eq!((seen, *guard), (1, 1));
    let seen = MutexGuard::unlocked_fair(&mut guard, || mutex.try_lock().is_some());
    assert!(seen);
    assert!(mutex.is_locked());
}

#[test]
fn unlocked_locks_again_when_it_panics() {
    let mutex = Mutex::new(0);
    let mut guard = mutex.lock();
    let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        MutexGuard::unlocked(&mut guard, || panic!("in between"));
    }));
    assert!(ended.is_err());
    assert!(mutex.is_locked());
    drop(guard);
    assert!(!mutex.is_locked());
}

#[test]
fn bump_and_fair_unlocking_keep_sections_apart() {
    let mutex = Mutex::new(0);
    thread::scope(|s| {
        s.spawn(|| {
            let mut guard = mutex.lock();
            *guard += 1;
            MutexGuard::bump(&mut guard);
            *guard += 1;
            MutexGuard::unlock_fair(guard);
        });
        *mutex.lock() += 1;
    });
    assert_eq!(mutex.into_inner(), 3);
}

#[test]
fn mapped_guards_keep_the_lock() {
    let mutex = Mutex::new((1, [2, 3]));
    let array = MutexGuard::map(mutex.lock(), |pair| &mut pair.1);
    assert!(mutex.is_locked());
    let mut last = MappedMutexGuard::map(array, |array| &mut array[1]);
    *last = 4;
    assert_eq!(format!("{last:?} {last}"), "4 4");
    assert!(mutex.try_lock().is_none());
    drop(last);
    assert_eq!(*mutex.lock(), (1, [2, 4]));
    MappedMutexGuard::unlock_fair(MutexGuard::map(mutex.lock(), |pair| &mut pair.0));
    assert!(!mutex.is_locked());
}

#[test]
fn a_map_that_is_refused_gives_the_guard_back() {
    let mutex = Mutex::new(Some(1));
    let Err(guard) = MutexGuard::try_map(mutex.lock(), |_| None::<&mut u8>) else { panic!() };
    assert!(mutex.is_locked());
    let Err((guard, error)) = MutexGuard::try_map_or_err(guard, |_| Err::<&mut u8, _>("no")) else {
        panic!()
    };
    assert_eq!((*guard, error), (Some(1), "no"));
    let Ok(inner) = MutexGuard::try_map(guard, Option::as_mut) else { panic!() };
    let Err(inner) = MappedMutexGuard::try_map(inner, |_| None::<&mut u8>) else { panic!() };
    let Err((mut inner, 5)) = MappedMutexGuard::try_map_or_err(inner, |_| Err::<&mut u8, _>(5))
    else {
        panic!()
    };
    *inner += 1;
    drop(inner);
    assert_eq!(*mutex.lock(), Some(2));
}

#[test]
fn a_leaked_guard_never_unlocks() {
    let mutex = Box::leak(Box::new(Mutex::new(1)));
    let value: &'static mut i32 = MutexGuard::leak(mutex.lock());
    *value = 2;
    assert!(mutex.is_locked());
    assert!(mutex.try_lock().is_none());
}

#[test]
fn a_forgotten_guard_is_unlocked_by_force() {
    let mutex = Mutex::new(1);
    std::mem::forget(mutex.lock());
    assert!(mutex.is_locked());
    // SAFETY: the guard was forgotten.
    unsafe { mutex.force_unlock(parking_lot::lock_api::GuardNoSend::new()) };
    assert!(!mutex.is_locked());
    std::mem::forget(mutex.lock());
    // SAFETY: as above.
    drop(unsafe { mutex.make_guard_unchecked(parking_lot::lock_api::GuardNoSend::new()) });
    std::mem::forget(mutex.lock());
    // SAFETY: as above.
    unsafe { mutex.force_unlock_fair(parking_lot::lock_api::GuardNoSend::new()) };
    assert_eq!(mutex.into_inner(), 1);
}

#[test]
fn a_guard_can_own_an_arc() {
    let mutex = Arc::new(Mutex::new(1));
    let mut guard = mutex.lock_arc();
    *guard += 1;
    assert_eq!(Arc::strong_count(&mutex), 2);
    assert!(mutex.try_lock_arc().is_none());
    assert!(mutex.try_lock_arc_for(SHORT).is_none());
    assert!(mutex.try_lock_arc_until(Instant::now()).is_none());
    parking_lot::ArcMutexGuard::unlocked(&mut guard, || *mutex.lock() += 1);
    parking_lot::ArcMutexGuard::unlocked_fair(&mut guard, || *mutex.lock() += 1);
    parking_lot::ArcMutexGuard::bump(&mut guard);
    assert!(Arc::ptr_eq(parking_lot::ArcMutexGuard::mutex(&guard), &mutex));
    let back = parking_lot::ArcMutexGuard::into_arc(guard);
    assert!(!back.is_locked());
    drop(back);
    assert_eq!((Arc::strong_count(&mutex), *mutex.lock()), (1, 4));
    let back = parking_lot::ArcMutexGuard::into_arc_fair(mutex.try_lock_arc().unwrap());
    parking_lot::ArcMutexGuard::unlock_fair(back.lock_arc());
    drop(mutex.try_lock_arc_for(SHORT).unwrap());
}

#[test]
fn a_mutex_can_hold_what_has_no_size() {
    let mutex: &Mutex<[u8]> = &Mutex::new([1, 2, 3]);
    mutex.lock()[0] = 4;
    assert_eq!(format!("{mutex:?}"), "Mutex { data: [4, 2, 3] }");
    let boxed: Arc<Mutex<dyn Fn() -> u8 + Send>> = Arc::new(Mutex::new(|| 5));
    assert_eq!((*boxed.lock())(), 5);
    assert_eq!((*boxed.lock_arc())(), 5);
}
