//! What `crossbeam`'s types are and are not: auto traits and trait impls.

use crossbeam::atomic::AtomicCell;
use crossbeam::channel::{
    IntoIter, Iter, ReadyTimeoutError, RecvError, RecvTimeoutError, Select, SelectTimeoutError,
    SelectedOperation, SendError, SendTimeoutError, TryIter, TryReadyError, TryRecvError,
    TrySelectError, TrySendError,
};
use crossbeam::deque::{Injector, Steal, Stealer, Worker};
use crossbeam::epoch::{Atomic, Collector, Guard, LocalHandle, Owned, Pointer, Shared};
use crossbeam::queue::{ArrayQueue, SegQueue};
use crossbeam::sync::{
    Parker, ShardedLock, ShardedLockReadGuard, ShardedLockWriteGuard, Unparker, WaitGroup,
};
use crossbeam::thread::{Scope, ScopedJoinHandle, ScopedThreadBuilder};
use crossbeam::utils::{Backoff, CachePadded};
use std::cell::Cell;
use std::error::Error;
use std::fmt::{Debug, Display, Pointer as Address};
use std::hash::Hash;
use std::iter::FusedIterator;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::rc::Rc;

/// Whether a type implements a trait.
macro_rules! implements {
    ($ty:ty: $($bound:tt)*) => {{
        #[allow(dead_code)]
        trait Otherwise {
            const YES: bool = false;
        }
        impl<T: ?Sized> Otherwise for T {}
        #[allow(dead_code)]
        struct Type<T: ?Sized>(std::marker::PhantomData<T>);
        #[allow(dead_code)]
        impl<T: ?Sized + $($bound)*> Type<T> {
            const YES: bool = true;
        }
        <Type<$ty>>::YES
    }};
}

macro_rules! is {
    ($($ty:ty: [$($bound:path),*] $(not [$($absent:path),*])?;)*) => {$(
        $(assert!(implements!($ty: $bound), concat!(stringify!($ty), " is ", stringify!($bound)));)*
        $($(assert!(
            !implements!($ty: $absent),
            concat!(stringify!($ty), " is not ", stringify!($absent)),
        );)*)?
    )*};
}

#[test]
fn channels() {
    is! {
        Select<'static>: [Send, Sync, Clone, Default, Debug] not [Copy];
        SelectedOperation<'static>: [Debug, UnwindSafe] not [Send, Sync, Clone];
        Iter<'static, u32>: [Send, Sync, Debug, FusedIterator] not [Clone];
        TryIter<'static, u32>: [Send, Debug, Iterator] not [FusedIterator];
        IntoIter<u32>: [Send, Debug, FusedIterator];
        Iter<'static, Rc<u32>>: [Debug] not [Send];
        SendError<u32>: [Send, Clone, Copy, PartialEq, Eq, Debug, Display, Error] not [Hash];
        TrySendError<Rc<u32>>: [Debug, Display] not [Send, Error];
        SendTimeoutError<u32>: [Copy, Eq, Error, From<SendError<u32>>];
        RecvError: [Copy, Eq, Error] not [Hash];
        TryRecvError: [Copy, Eq, Error, From<RecvError>];
        RecvTimeoutError: [Copy, Eq, Error, From<RecvError>];
        TrySelectError: [Copy, Eq, Error];
        SelectTimeoutError: [Copy, Eq, Error];
        TryReadyError: [Copy, Eq] not [Default];
        ReadyTimeoutError: [Copy, Eq] not [Default];
    }
}

#[test]
fn threads() {
    is! {
        Scope<'static>: [Send, Sync, Debug] not [Clone, UnwindSafe];
        ScopedThreadBuilder<'static, 'static>: [Send, Sync, Debug] not [Clone, Default];
        ScopedJoinHandle<'static, Rc<u32>>: [Send, Sync, Debug, UnwindSafe] not [Clone];
    }
}

#[test]
fn sync_and_utils() {
    is! {
        Parker: [Send, Default, Debug, UnwindSafe] not [Sync, Clone];
        Unparker: [Send, Sync, Clone, Debug, RefUnwindSafe] not [Default];
        WaitGroup: [Send, Sync, Clone, Default, Debug, RefUnwindSafe];
        ShardedLock<u32>: [Send, Sync, Default, Debug, From<u32>, UnwindSafe] not [Clone];
        ShardedLock<Cell<u32>>: [Send] not [Sync];
        ShardedLockReadGuard<'static, u32>: [Sync, Debug, Display] not [Send, Clone];
        ShardedLockWriteGuard<'static, u32>: [Sync, Debug, Display] not [Send, Clone];
        ShardedLockReadGuard<'static, Rc<u32>>: [Debug] not [Sync];
        Backoff: [Send, Default, Debug] not [Sync, Clone];
        CachePadded<u32>: [Send, Copy, Eq, Hash, Default, Debug, Display, From<u32>] not [PartialOrd];
    }
}

#[test]
fn atomics_and_queues() {
    is! {
        AtomicCell<u32>: [Send, Sync, Default, Debug, From<u32>, RefUnwindSafe] not [Clone, PartialEq];
        AtomicCell<Rc<u32>>: [Default, UnwindSafe] not [Send, Sync, Debug];
        AtomicCell<Cell<u32>>: [Send, Sync] not [Debug];
        ArrayQueue<u32>: [Send, Sync, Debug, IntoIterator, RefUnwindSafe] not [Clone, Default];
        SegQueue<u32>: [Send, Sync, Debug, Default, IntoIterator, RefUnwindSafe] not [Clone];
        SegQueue<Rc<u32>>: [Debug, Default] not [Send, Sync];
    }
}

#[test]
fn deques() {
    is! {
        Worker<u32>: [Send, Debug, UnwindSafe] not [Sync, Clone, Default, RefUnwindSafe];
        Worker<Rc<u32>>: [Debug] not [Send];
        Stealer<u32>: [Send, Sync, Clone, Debug, RefUnwindSafe] not [Default];
        Stealer<Rc<u32>>: [Clone] not [Send, Sync];
        Injector<u32>: [Send, Sync, Default, Debug, RefUnwindSafe] not [Clone, UnwindSafe];
        Steal<u32>: [Copy, Eq, Debug, FromIterator<Steal<u32>>] not [Default, Hash];
    }
}

#[test]
fn epochs() {
    is! {
        Atomic<u32>: [Send, Sync, Clone, Default, Debug, Address, From<u32>, From<Box<u32>>] not [PartialEq];
        Atomic<Cell<u32>>: [Default] not [Send, Sync];
        Owned<u32>: [Send, Sync, Clone, Debug, AsRef<u32>, AsMut<u32>, Pointer<u32>] not [Default, Address];
        Owned<Rc<u32>>: [Clone] not [Send];
        Shared<'static, u32>: [Copy, Ord, Default, Debug, Address, Pointer<u32>] not [Send, Sync, Hash];
        Guard: [Debug] not [Send, Sync, Clone, Default];
        LocalHandle: [Debug] not [Send, Sync, Clone];
        Collector: [Send, Sync, Clone, Default, Eq, Debug] not [Hash];
    }
}
