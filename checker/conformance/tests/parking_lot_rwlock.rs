//! `parking_lot::{RwLock, RecursiveRwLock}` and their guards.

use parking_lot::{
    ArcRwLockReadGuard, ArcRwLockUpgradableReadGuard, ArcRwLockWriteGuard, MappedRwLockReadGuard,
    MappedRwLockWriteGuard, RecursiveRwLock, RwLock, RwLockReadGuard, RwLockUpgradableReadGuard,
    RwLockWriteGuard,
};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

static SHARED: RwLock<u32> = RwLock::new(0);

const SHORT: Duration = Duration::from_millis(5);

#[test]
fn a_writer_is_alone() {
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| *SHARED.write() += 1);
        }
        s.spawn(|| assert!(*SHARED.read() <= 2));
    });
    assert_eq!(*SHARED.read(), 2);
}

#[test]
fn readers_are_inside_together() {
    let lock = RwLock::new(1);
    let first = lock.read();
    let second = lock.try_read().unwrap();
    assert_eq!(*first + *second, 2);
    assert!(lock.is_locked());
    assert!(!lock.is_locked_exclusive());
    assert!(lock.try_write().is_none());
    assert!(lock.try_write_for(SHORT).is_none());
    assert!(lock.try_write_until(Instant::now() + SHORT).is_none());
    let third = lock.try_upgradable_read().unwrap();
    assert!(lock.try_upgradable_read().is_none());
    assert!(lock.try_upgradable_read_for(SHORT).is_none());
    assert!(lock.try_upgradable_read_until(Instant::now()).is_none());
    drop((first, second, third));
    assert!(!lock.is_locked());
}

#[test]
fn a_writer_keeps_everybody_out() {
    let lock = RwLock::new(1);
    let inside = lock.write();
    assert!(lock.is_locked_exclusive());
    assert!(lock.try_read().is_none());
    assert!(lock.try_read_for(SHORT).is_none());
    assert!(lock.try_read_until(Instant::now() + SHORT).is_none());
    assert!(lock.try_upgradable_read().is_none());
    assert!(lock.try_write().is_none());
    drop(inside);
    assert!(lock.try_read_for(SHORT).is_some());
    assert!(lock.try_write_for(SHORT).is_some());
    assert!(lock.try_upgradable_read_for(SHORT).is_some());
}

#[test]
fn a_panicking_writer_does_not_poison() {
    let lock = RwLock::new(1);
    let ended = thread::scope(|s| {
        s.spawn(|| {
            *lock.write() = 2;
            let _inside = lock.write();
            panic!("inside");
        })
        .join()
    });
    assert!(ended.is_err());
    assert_eq!(*lock.read(), 2);
}

#[test]
fn what_a_writer_left_a_reader_sees() {
    let lock = RwLock::new((0, 0));
    thread::scope(|s| {
        s.spawn(|| {
            let mut pair = lock.write();
            pair.0 = 1;
            pair.1 = 1;
        });
        s.spawn(|| {
            let pair = lock.read();
            assert_eq!(pair.0, pair.1);
        });
    });
}

#[test]
fn upgrading_lets_no_writer_in_between() {
    let lock = RwLock::new(0);
    let add = || {
        let reader = lock.upgradable_read();
        let seen = *reader;
        *RwLockUpgradableReadGuard::upgrade(reader) = seen + 1;
    };
    thread::scope(|s| {
        s.spawn(add);
        s.spawn(add);
    });
    assert_eq!(lock.into_inner(), 2);
}

#[test]
fn upgrading_is_refused_while_there_are_readers() {
    let lock = RwLock::new(0);
    let reader = lock.read();
    let upgradable = lock.upgradable_read();
    let Err(upgradable) = RwLockUpgradableReadGuard::try_upgrade(upgradable) else { panic!() };
    let Err(upgradable) = RwLockUpgradableReadGuard::try_upgrade_for(upgradable, SHORT) else {
        panic!()
    };
    let until = Instant::now() + SHORT;
    let Err(mut upgradable) = RwLockUpgradableReadGuard::try_upgrade_until(upgradable, until)
    else {
        panic!()
    };
    assert_eq!(upgradable.try_with_upgraded(|value| *value += 1), None);
    assert_eq!(upgradable.try_with_upgraded_for(SHORT, |value| *value += 1), None);
    assert_eq!(upgradable.try_with_upgraded_until(Instant::now(), |value| *value += 1), None);
    drop(reader);
    assert_eq!(
        upgradable.with_upgraded(|value| {
            *value += 1;
            *value
        }),
        1
    );
    assert_eq!(
        upgradable.try_with_upgraded(|value| {
            *value += 1;
            *value
        }),
        Some(2)
    );
    assert_eq!(
        upgradable.try_with_upgraded_for(SHORT, |value| {
            *value += 1;
            *value
        }),
        Some(3)
    );
    assert!(!lock.is_locked_exclusive());
    let Ok(mut writer) = RwLockUpgradableReadGuard::try_upgrade(upgradable) else { panic!() };
    *writer += 1;
    assert!(lock.is_locked_exclusive());
    drop(writer);
    assert_eq!(*lock.read(), 4);
}

#[test]
fn with_upgraded_goes_back_when_it_panics() {
    let lock = RwLock::new(0);
    let mut upgradable = lock.upgradable_read();
    let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        upgradable.with_upgraded(|_| panic!("meanwhile"));
    }));
    assert!(ended.is_err());
    assert!(!lock.is_locked_exclusive());
    assert!(lock.try_upgradable_read().is_none());
    assert!(lock.try_read().is_some());
    drop(upgradable);
    assert!(lock.try_upgradable_read().is_some());
}

#[test]
fn a_downgraded_writer_lets_readers_in() {
    let lock = RwLock::new(0);
    let reader = RwLockWriteGuard::downgrade(lock.write());
    assert!(lock.try_read().is_some());
    assert!(lock.try_write().is_none());
    drop(reader);
    let upgradable = RwLockWriteGuard::downgrade_to_upgradable(lock.write());
    assert!(lock.try_read().is_some());
    assert!(lock.try_upgradable_read().is_none());
    let reader = RwLockUpgradableReadGuard::downgrade(upgradable);
    assert!(lock.try_upgradable_read().is_some());
    drop(reader);
    assert!(lock.try_write().is_some());
}

#[test]
fn downgrading_lets_no_writer_in_between() {
    let lock = RwLock::new(0);
    let add = || {
        let mut writer = lock.write();
        *writer += 1;
        let mine = *writer;
        assert_eq!(*RwLockWriteGuard::downgrade(writer), mine);
    };
    thread::scope(|s| {
        s.spawn(add);
        s.spawn(add);
    });
}

#[test]
fn unlocked_lets_a_writer_in() {
    let lock = RwLock::new(0);
    let mut reader = lock.read();
    RwLockReadGuard::unlocked(&mut reader, || *lock.write() += 1);
    RwLockReadGuard::unlocked_fair(&mut reader, || *lock.write() += 1);
    RwLockReadGuard::bump(&mut reader);
    assert_eq!(*reader, 2);
    RwLockReadGuard::unlock_fair(reader);
    let mut writer = lock.write();
    RwLockWriteGuard::unlocked(&mut writer, || *lock.write() += 1);
    RwLockWriteGuard::bump(&mut writer);
    assert!(lock.is_locked_exclusive());
    RwLockWriteGuard::unlock_fair(writer);
    let mut upgradable = lock.upgradable_read();
    RwLockUpgradableReadGuard::unlocked(&mut upgradable, || *lock.write() += 1);
    RwLockUpgradableReadGuard::bump(&mut upgradable);
    assert!(lock.try_upgradable_read().is_none());
    RwLockUpgradableReadGuard::unlock_fair(upgradable);
    assert_eq!(lock.into_inner(), 4);
}

#[test]
fn mapped_guards_keep_the_lock() {
    let lock = RwLock::new((1, Some(2)));
    let first = RwLockReadGuard::map(lock.read(), |pair| &pair.0);
    let Ok(second) = RwLockReadGuard::try_map(lock.read(), |pair| pair.1.as_ref()) else {
        panic!()
    };
    assert_eq!(format!("{first} {second:?}"), "1 2");
    assert!(lock.try_write().is_none());
    let Err(second) = MappedRwLockReadGuard::try_map(second, |_| None::<&u8>) else { panic!() };
    let Err((second, "no")) =
        MappedRwLockReadGuard::try_map_or_err(second, |_| Err::<&u8, _>("no"))
    else {
        panic!()
    };
    MappedRwLockReadGuard::unlock_fair(second);
    drop(MappedRwLockReadGuard::map(first, |first| first));
    let mut first = RwLockWriteGuard::map(lock.write(), |pair| &mut pair.0);
    *first = 3;
    assert!(lock.is_locked_exclusive());
    let mut first = MappedRwLockWriteGuard::map(first, |first| first);
    *first += 1;
    let Err(first) = MappedRwLockWriteGuard::try_map(first, |_| None::<&mut u8>) else { panic!() };
    MappedRwLockWriteGuard::unlock_fair(first);
    let Err((writer, 9)) = RwLockWriteGuard::try_map_or_err(lock.write(), |_| Err::<&mut u8, _>(9))
    else {
        panic!()
    };
    assert_eq!(*writer, (4, Some(2)));
}

#[test]
fn guards_can_own_an_arc() {
    let lock = Arc::new(RwLock::new(1));
    let mut reader = lock.read_arc();
    assert!(lock.try_read_arc().is_some());
    assert!(lock.try_read_arc_for(SHORT).is_some());
    assert!(lock.try_write_arc().is_none());
    assert!(lock.try_write_arc_for(SHORT).is_none());
    assert!(lock.try_write_arc_until(Instant::now()).is_none());
    ArcRwLockReadGuard::unlocked(&mut reader, || *lock.write_arc() += 1);
    assert!(Arc::ptr_eq(ArcRwLockReadGuard::rwlock(&reader), &lock));
    assert_eq!(format!("{reader:?} {reader}"), "2 2");
    drop(ArcRwLockReadGuard::into_arc(reader));
    let upgradable = lock.upgradable_read_arc();
    assert!(lock.try_upgradable_read_arc().is_none());
    let mut writer = ArcRwLockUpgradableReadGuard::upgrade(upgradable);
    *writer += 1;
    let mut upgradable = ArcRwLockWriteGuard::downgrade_to_upgradable(writer);
    upgradable.with_upgraded(|value| *value += 1);
    let Ok(writer) = ArcRwLockUpgradableReadGuard::try_upgrade(upgradable) else { panic!() };
    let reader = ArcRwLockWriteGuard::downgrade(writer);
    assert_eq!((*reader, Arc::strong_count(&lock)), (4, 2));
    ArcRwLockReadGuard::unlock_fair(reader);
    drop(ArcRwLockWriteGuard::into_arc_fair(lock.write_arc()));
    assert_eq!(Arc::strong_count(&lock), 1);
    assert!(!lock.is_locked());
}

#[test]
fn a_recursive_lock_lets_a_reader_in_again() {
    let lock = RecursiveRwLock::new(0);
    thread::scope(|s| {
        s.spawn(|| *lock.write() += 1);
        s.spawn(|| {
            let first = lock.read();
            let second = lock.read();
            assert_eq!(*first, *second);
        });
    });
    assert_eq!(lock.into_inner(), 1);
}

#[test]
fn a_forgotten_guard_is_unlocked_by_force() {
    let guard = parking_lot::lock_api::GuardNoSend::new;
    let lock = RwLock::new(1);
    std::mem::forget(lock.read());
    // SAFETY: the guard was forgotten.
    unsafe { lock.force_unlock_read(guard()) };
    std::mem::forget(lock.write());
    // SAFETY: as above.
    unsafe { lock.force_unlock_write(guard()) };
    std::mem::forget(lock.upgradable_read());
    // SAFETY: as above.
    drop(unsafe { lock.make_upgradable_guard_unchecked(guard()) });
    assert!(!lock.is_locked());
    std::mem::forget(lock.write());
    // SAFETY: as above.
    drop(unsafe { lock.make_write_guard_unchecked(guard()) });
    std::mem::forget(lock.read());
    // SAFETY: as above.
    unsafe { lock.force_unlock_read_fair(guard()) };
    assert!(!lock.is_locked());
}

#[test]
fn it_shows_its_value_or_that_it_is_locked() {
    let mut lock = RwLock::new(1);
    *lock.get_mut() += 1;
    let reader = lock.read();
    assert_eq!(format!("{lock:?}"), "RwLock { data: 2 }");
    drop(reader);
    let writer = lock.write();
    assert_eq!(format!("{lock:?} {writer:?} {writer}"), "RwLock { data: <locked> } 2 2");
    drop(writer);
    assert_eq!(format!("{:?}", RecursiveRwLock::from(1)), "RwLock { data: 1 }");
    assert_eq!(*RwLock::<String>::default().read(), "");
    assert!(std::ptr::eq(RwLockReadGuard::rwlock(&lock.read()), &lock));
    assert_eq!(lock.data_ptr().cast_const(), &raw const *lock.read());
}
