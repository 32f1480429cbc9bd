//! `parking_lot::lock_api`: raw locks, `parking_lot`'s and one's own.

use parking_lot::lock_api::{self, GetThreadId, GuardNoSend, GuardSend, RawMutex, RawMutexFair};
use parking_lot::lock_api::{RawMutexTimed, RawRwLock, RawRwLockUpgrade};
use parking_lot::{RawFairMutex, RawThreadId};
use std::any::TypeId;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// A spin lock whose guards may go to another thread.
struct Spin(AtomicBool);

// SAFETY: the flag is set by one at a time.
unsafe impl RawMutex for Spin {
    const INIT: Self = Self(AtomicBool::new(false));

    type Guard = GuardSend;

    fn lock(&self) -> GuardSend {
        while self.0.swap(true, Ordering::Acquire) {
            std::hint::spin_loop();
        }
        GuardSend::new()
    }

    fn try_lock(&self) -> Option<GuardSend> {
        (!self.0.swap(true, Ordering::Acquire)).then(GuardSend::new)
    }

    unsafe fn unlock(&self, _: GuardSend) {
        self.0.store(false, Ordering::Release);
    }

    fn is_locked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

type SpinMutex<T> = lock_api::Mutex<Spin, T>;

static SPUN: SpinMutex<u32> = SpinMutex::new(0);

#[test]
fn a_lock_of_ones_own_excludes() {
    thread::scope(|s| {
        s.spawn(|| *SPUN.lock() += 1);
        s.spawn(|| *SPUN.lock() += 1);
    });
    assert_eq!(*SPUN.lock(), 2);
}

#[test]
fn its_guards_go_where_they_say() {
    fn is_send<T: Send>(_: &T) {}
    let mutex = SpinMutex::new(1);
    let guard = mutex.lock();
    is_send(&guard);
    assert_eq!(format!("{mutex:?} {guard:?}"), "Mutex { data: <locked> } 1");
    thread::scope(|s| s.spawn(|| drop(guard)).join().unwrap());
    assert_eq!(format!("{mutex:?}"), "Mutex { data: 1 }");
    assert!(!mutex.is_locked());
}

/// Wraps another raw lock.
struct Wrapped(parking_lot::RawMutex);

// SAFETY: the lock inside is one.
unsafe impl RawMutex for Wrapped {
    const INIT: Self = Self(<parking_lot::RawMutex as RawMutex>::INIT);

    type Guard = GuardNoSend;

    fn lock(&self) -> GuardNoSend {
        self.0.lock()
    }

    fn try_lock(&self) -> Option<GuardNoSend> {
        self.0.try_lock()
    }

    unsafe fn unlock(&self, guard: GuardNoSend) {
        // SAFETY: the caller sees to it.
        unsafe { self.0.unlock(guard) };
    }

    fn is_locked(&self) -> bool {
        self.0.is_locked()
    }
}

#[test]
fn a_wrapped_lock_excludes() {
    static WRAPPED: lock_api::Mutex<Wrapped, u32> = lock_api::Mutex::new(0);
    thread::scope(|s| {
        s.spawn(|| *WRAPPED.lock() += 1);
        *WRAPPED.lock() += 1;
    });
    assert_eq!(*WRAPPED.lock(), 2);
}

#[test]
fn the_types_are_those_of_lock_api() {
    type Own = lock_api::Mutex<parking_lot::RawMutex, u8>;
    assert_eq!(TypeId::of::<parking_lot::Mutex<u8>>(), TypeId::of::<Own>());
    type Fair = lock_api::Mutex<RawFairMutex, u8>;
    assert_eq!(TypeId::of::<parking_lot::FairMutex<u8>>(), TypeId::of::<Fair>());
    type Shared = lock_api::RwLock<parking_lot::RawRwLock, u8>;
    assert_eq!(TypeId::of::<parking_lot::RwLock<u8>>(), TypeId::of::<Shared>());
    type Again = lock_api::ReentrantMutex<parking_lot::RawMutex, RawThreadId, u8>;
    assert_eq!(TypeId::of::<parking_lot::ReentrantMutex<u8>>(), TypeId::of::<Again>());
}

#[test]
fn raw_locks_work_by_themselves() {
    static RAW: RawFairMutex = RawFairMutex::INIT;
    let guard = RAW.lock();
    assert!(RAW.is_locked() && RAW.try_lock().is_none());
    assert!(RAW.try_lock_for(Duration::from_millis(1)).is_none());
    // SAFETY: the guard is its own.
    unsafe { RAW.unlock_fair(guard) };
    let raw = <parking_lot::RawRwLock>::INIT;
    let (first, second) = (raw.lock_shared(), raw.lock_upgradable());
    assert!(raw.is_locked() && !raw.is_locked_exclusive());
    // SAFETY: the guards are its own.
    unsafe {
        raw.unlock_shared(first);
        let writer = raw.upgrade(second);
        assert!(raw.is_locked_exclusive());
        raw.unlock_exclusive(writer);
    }
    assert!(!raw.is_locked());
}

#[test]
fn a_raw_lock_orders_what_is_beside_it() {
    struct Cell(std::cell::UnsafeCell<u32>);
    // SAFETY: used under the lock.
    unsafe impl Sync for Cell {}
    let (raw, value) = (parking_lot::RawMutex::INIT, Cell(std::cell::UnsafeCell::new(0)));
    let value = &value;
    let add = || {
        let guard = raw.lock();
        // SAFETY: the lock is held, and the guard is its own.
        unsafe {
            *value.0.get() += 1;
            raw.unlock(guard);
        }
    };
    thread::scope(|s| {
        s.spawn(add);
        s.spawn(add);
    });
    let _guard = raw.lock();
    // SAFETY: the lock is held.
    assert_eq!(unsafe { *value.0.get() }, 2);
}

#[test]
fn a_mutex_shows_its_raw_lock() {
    let mutex = parking_lot::Mutex::from_raw(parking_lot::RawMutex::INIT, 1);
    let _guard = mutex.lock();
    // SAFETY: it is only looked at.
    assert!(unsafe { mutex.raw() }.is_locked());
    drop(_guard);
    let (raw, value) = mutex.into_inner_with_raw();
    assert!(!raw.is_locked());
    assert_eq!(value, 1);
}

#[test]
fn threads_are_told_apart() {
    let mine = RawThreadId::INIT.nonzero_thread_id();
    assert_eq!(mine, RawThreadId.nonzero_thread_id());
    let other = thread::scope(|s| s.spawn(|| RawThreadId.nonzero_thread_id()).join().unwrap());
    assert_ne!(mine, other);
}
