//! What may go where is as in the original.

#[path = "../../std/tests/search/auto_traits.rs"]
mod auto_traits;

use auto_traits::{compare, implements, same_auto_traits};

/// Each crate's types, with names for those that take a raw lock.
macro_rules! names {
    ($module:ident of $krate:ident) => {
        #[allow(dead_code)]
        mod $module {
            use $krate::lock_api::{GuardNoSend, GuardSend, RawReentrantMutex};
            pub use $krate::*;

            pub type ArcMutex<T> = ArcMutexGuard<$krate::RawMutex, T>;
            pub type ArcFair<T> = ArcMutexGuard<RawFairMutex, T>;
            pub type ArcRead<T> = ArcRwLockReadGuard<$krate::RawRwLock, T>;
            pub type ArcWrite<T> = ArcRwLockWriteGuard<$krate::RawRwLock, T>;
            pub type ArcUpgradable<T> = ArcRwLockUpgradableReadGuard<$krate::RawRwLock, T>;
            pub type ArcReentrant<T> = ArcReentrantMutexGuard<$krate::RawMutex, RawThreadId, T>;
            pub type RawReentrant = RawReentrantMutex<$krate::RawMutex, RawThreadId>;
            pub type RawShared = $krate::RawRwLock;
            pub type RawExclusive = $krate::RawMutex;
            pub type RawCondition = $krate::RawCondvar;
            pub type Send = GuardSend;
            pub type NoSend = GuardNoSend;
        }
    };
}
names!(standin of parking_lot);
names!(original_names of original);

macro_rules! same_without_value {
    ($($ty:ident),* $(,)?) => {$(
        same_without_value!(@ $ty: [std::marker::Send, std::marker::Sync,
            std::panic::UnwindSafe, std::panic::RefUnwindSafe]);
    )*};
    (@ $ty:ident: [$($trait:path),*]) => {$(
        compare(
            concat!(stringify!($ty), ": ", stringify!($trait)),
            implements!(standin::$ty: $trait),
            implements!(original_names::$ty: $trait),
        );
    )*};
}

#[test]
fn auto_traits_are_those_of_parking_lot() {
    use original_names as original;
    same_auto_traits![
        Mutex,
        MutexGuard<'static>,
        MappedMutexGuard<'static>,
        FairMutex,
        FairMutexGuard<'static>,
        MappedFairMutexGuard<'static>,
        RwLock,
        RwLockReadGuard<'static>,
        RwLockWriteGuard<'static>,
        RwLockUpgradableReadGuard<'static>,
        MappedRwLockReadGuard<'static>,
        MappedRwLockWriteGuard<'static>,
        RecursiveRwLock,
        RecursiveRwLockReadGuard<'static>,
        RecursiveRwLockWriteGuard<'static>,
        RecursiveRwLockUpgradableReadGuard<'static>,
        ReentrantMutex,
        ReentrantMutexGuard<'static>,
        MappedReentrantMutexGuard<'static>,
        ArcMutex,
        ArcFair,
        ArcRead,
        ArcWrite,
        ArcUpgradable,
        ArcReentrant,
    ];
    same_without_value![
        Condvar,
        Once,
        OnceState,
        WaitTimeoutResult,
        RawExclusive,
        RawFairMutex,
        RawShared,
        RawRwLockRecursive,
        RawReentrant,
        RawCondition,
        RawThreadId,
        Send,
        NoSend,
    ];
}
