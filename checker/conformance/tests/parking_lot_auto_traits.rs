//! What of `parking_lot` may go to another thread, or be looked at from there,
//! and what can be printed.

use parking_lot::lock_api::{GuardNoSend, GuardSend};
use parking_lot::*;
use std::cell::Cell;
use std::fmt::{Debug, Display};
use std::rc::Rc;

/// Whether a type implements a trait.
macro_rules! is {
    ($ty:ty: $trait:path) => {{
        #[allow(dead_code)]
        trait Otherwise {
            const YES: bool = false;
        }
        impl<T: ?Sized> Otherwise for T {}
        struct Type<T: ?Sized>(std::marker::PhantomData<T>);
        #[allow(dead_code)]
        impl<T: ?Sized + $trait> Type<T> {
            const YES: bool = true;
        }
        <Type<$ty>>::YES
    }};
}

macro_rules! all {
    ($trait:path: $($ty:ty),* $(,)?) => {
        $(const { assert!(is!($ty: $trait), concat!(stringify!($ty), ": ", stringify!($trait))) })*
    };
}

macro_rules! none {
    ($trait:path: $($ty:ty),* $(,)?) => {
        $(const { assert!(!is!($ty: $trait), concat!(stringify!($ty), ": ", stringify!($trait))) })*
    };
}

type ArcMutex<T> = ArcMutexGuard<RawMutex, T>;
type ArcRead<T> = ArcRwLockReadGuard<RawRwLock, T>;
type ArcWrite<T> = ArcRwLockWriteGuard<RawRwLock, T>;
type ArcUpgradable<T> = ArcRwLockUpgradableReadGuard<RawRwLock, T>;
type ArcReentrant<T> = ArcReentrantMutexGuard<RawMutex, RawThreadId, T>;

#[test]
fn locks_go_where_their_values_may() {
    all!(Send: Mutex<Cell<u8>>, FairMutex<Cell<u8>>, ReentrantMutex<Cell<u8>>, RwLock<Cell<u8>>,
        RecursiveRwLock<u8>, Condvar, Once, RawMutex, RawRwLock, GuardSend);
    all!(Sync: Mutex<Cell<u8>>, FairMutex<Cell<u8>>, ReentrantMutex<Cell<u8>>, RwLock<u8>,
        RecursiveRwLock<u8>, Condvar, Once, RawMutex, RawRwLock, GuardSend, GuardNoSend);
    none!(Send: Mutex<Rc<u8>>, ReentrantMutex<Rc<u8>>, RwLock<Rc<u8>>, GuardNoSend);
    none!(Sync: Mutex<Rc<u8>>, ReentrantMutex<Rc<u8>>, RwLock<Cell<u8>>, RecursiveRwLock<Cell<u8>>);
}

#[test]
fn guards_stay_in_their_thread() {
    none!(Send: MutexGuard<'static, u8>, MappedMutexGuard<'static, u8>, FairMutexGuard<'static, u8>,
        RwLockReadGuard<'static, u8>, RwLockWriteGuard<'static, u8>,
        RwLockUpgradableReadGuard<'static, u8>, MappedRwLockReadGuard<'static, u8>,
        MappedRwLockWriteGuard<'static, u8>, ReentrantMutexGuard<'static, u8>,
        MappedReentrantMutexGuard<'static, u8>, ArcMutex<u8>, ArcRead<u8>, ArcWrite<u8>,
        ArcUpgradable<u8>, ArcReentrant<u8>);
}

#[test]
fn guards_are_looked_at_from_where_their_values_may() {
    all!(Sync: MutexGuard<'static, u8>, MappedMutexGuard<'static, u8>,
        RwLockReadGuard<'static, u8>, RwLockWriteGuard<'static, u8>,
        RwLockUpgradableReadGuard<'static, u8>, MappedRwLockReadGuard<'static, u8>,
        ReentrantMutexGuard<'static, u8>, MappedReentrantMutexGuard<'static, u8>,
        ArcMutex<u8>, ArcRead<u8>, ArcWrite<u8>, ArcUpgradable<u8>, ArcReentrant<u8>);
    none!(Sync: MutexGuard<'static, Cell<u8>>, MappedMutexGuard<'static, Cell<u8>>,
        RwLockReadGuard<'static, Cell<u8>>, RwLockWriteGuard<'static, Cell<u8>>,
        ReentrantMutexGuard<'static, Cell<u8>>, ArcMutex<Cell<u8>>, ArcWrite<Cell<u8>>);
}

#[test]
fn what_can_be_printed_is() {
    all!(Debug: Mutex<u8>, FairMutex<u8>, RwLock<u8>, ReentrantMutex<u8>, Condvar, Once, OnceState,
        WaitTimeoutResult, MutexGuard<'static, u8>, RwLockReadGuard<'static, u8>,
        RwLockUpgradableReadGuard<'static, u8>, MappedRwLockWriteGuard<'static, u8>,
        ReentrantMutexGuard<'static, u8>, ArcRead<u8>, ArcWrite<u8>);
    all!(Display: MutexGuard<'static, u8>, MappedMutexGuard<'static, u8>, ArcUpgradable<u8>);
    none!(Debug: Mutex<Hidden>, MutexGuard<'static, Hidden>, RawMutex, RawRwLock,
        ArcMutex<u8>, ArcReentrant<u8>);
    none!(Display: Mutex<u8>, RwLock<u8>, MutexGuard<'static, Hidden>);
}

struct Hidden;

#[test]
fn what_has_a_default_has_one() {
    all!(Default: Mutex<u8>, FairMutex<u8>, RwLock<u8>, RecursiveRwLock<u8>, ReentrantMutex<u8>,
        Condvar, Once, GuardSend, GuardNoSend);
    none!(Default: Mutex<Hidden>, RwLock<Hidden>);
    all!(From<u8>: Mutex<u8>, FairMutex<u8>, RwLock<u8>, ReentrantMutex<u8>);
}
