//! Which traits the public types of `std`'s modules have: thread, sync, time.

#![allow(deprecated)]

use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::atomic::*;
use std::sync::mpsc::*;
use std::sync::*;
use std::thread::*;
use std::time::*;

/// The names of the traits that a type has.
macro_rules! traits_of {
    ($type:ty) => {
        traits_of!($type:
            Send = Send, Sync = Sync, Unpin = Unpin,
            UnwindSafe = std::panic::UnwindSafe, RefUnwindSafe = std::panic::RefUnwindSafe,
            Debug = std::fmt::Debug, Display = std::fmt::Display, Pointer = std::fmt::Pointer,
            Default = Default, Clone = Clone, Copy = Copy, PartialEq = PartialEq, Eq = Eq,
            PartialOrd = PartialOrd, Ord = Ord, Hash = std::hash::Hash,
            Error = std::error::Error, Iterator = Iterator, IntoIterator = IntoIterator,
            Deref = std::ops::Deref, DerefMut = std::ops::DerefMut)
    };
    ($type:ty: $($name:ident = $trait:path),*) => {{
        let mut names: Vec<&str> = Vec::new();
        $({
            // A local type for each question: inherent items must be unique.
            #[allow(dead_code)]
            struct Probe<T: ?Sized>(PhantomData<T>);
            #[allow(dead_code)]
            trait Lacks {
                const HAS: bool = false;
            }
            impl<T: ?Sized> Lacks for Probe<T> {}
            #[allow(dead_code)]
            impl<T: ?Sized + $trait> Probe<T> {
                const HAS: bool = true;
            }
            if <Probe<$type>>::HAS {
                names.push(stringify!($name));
            }
        })*
        names.join(" ")
    }};
}

macro_rules! differences {
    ($($type:ty => $names:literal;)*) => {{
        let mut differences: Vec<String> = Vec::new();
        $(
            let names = traits_of!($type);
            if names != $names {
                differences.push(format!("{} has {names}", stringify!($type)));
            }
        )*
        differences
    }};
}

#[test]
fn each_type_has_the_traits_of_the_original_and_no_others() {
    let differences = differences! {
        Mutex<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        Mutex<Cell<u8>> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        Mutex<Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Default";
        Mutex<[u8]> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug";
        MutexGuard<'static, u8> => "Sync Unpin UnwindSafe RefUnwindSafe Debug Display Deref DerefMut";
        MutexGuard<'static, Cell<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Deref DerefMut";
        MutexGuard<'static, Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Display Deref DerefMut";
        RwLock<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        RwLock<Cell<u8>> => "Send Unpin UnwindSafe RefUnwindSafe Debug Default";
        RwLock<Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Default";
        RwLockReadGuard<'static, u8> => "Sync Unpin UnwindSafe RefUnwindSafe Debug Display Deref";
        RwLockReadGuard<'static, Cell<u8>> => "Unpin Debug Deref";
        RwLockWriteGuard<'static, u8> => "Sync Unpin UnwindSafe RefUnwindSafe Debug Display Deref DerefMut";
        RwLockWriteGuard<'static, Cell<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Deref DerefMut";
        PoisonError<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Error";
        PoisonError<MutexGuard<'static, u8>> => "Sync Unpin UnwindSafe RefUnwindSafe Debug Display Error";
        TryLockError<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Error";
        Condvar => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        WaitTimeoutResult => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone Copy PartialEq Eq";
        Barrier => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug";
        BarrierWaitResult => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug";
        Once => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug";
        OnceState => "Send Unpin UnwindSafe Debug";
        OnceLock<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default Clone PartialEq Eq";
        OnceLock<Cell<u8>> => "Send Unpin UnwindSafe Debug Default Clone PartialEq Eq";
        OnceLock<Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Default Clone PartialEq Eq";
        LazyLock<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default Deref DerefMut";
        LazyLock<Cell<u8>> => "Send Unpin UnwindSafe Debug Default Deref DerefMut";
        LazyLock<Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Default Deref DerefMut";
        LazyLock<u8, Cell<fn() -> u8>> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug";
        LazyLock<u8, Rc<fn() -> u8>> => "Unpin UnwindSafe RefUnwindSafe Debug";
        Arc<Mutex<u8>> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Pointer Default Clone Deref";
        Sender<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone";
        Sender<Cell<u8>> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone";
        Sender<Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Clone";
        SyncSender<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone";
        SyncSender<Cell<u8>> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone";
        SyncSender<Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Clone";
        Receiver<u8> => "Send Unpin UnwindSafe RefUnwindSafe Debug IntoIterator";
        Receiver<Cell<u8>> => "Send Unpin UnwindSafe RefUnwindSafe Debug IntoIterator";
        Receiver<Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug IntoIterator";
        mpsc::Iter<'static, u8> => "Unpin UnwindSafe RefUnwindSafe Debug Iterator IntoIterator";
        mpsc::TryIter<'static, u8> => "Unpin UnwindSafe RefUnwindSafe Debug Iterator IntoIterator";
        mpsc::IntoIter<u8> => "Send Unpin UnwindSafe RefUnwindSafe Debug Iterator IntoIterator";
        SendError<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Clone Copy PartialEq Eq Error";
        SendError<Rc<u8>> => "Unpin UnwindSafe RefUnwindSafe Debug Display Clone PartialEq Eq Error";
        RecvError => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Clone Copy PartialEq Eq Error";
        TryRecvError => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Clone Copy PartialEq Eq Error";
        RecvTimeoutError => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Clone Copy PartialEq Eq Error";
        TrySendError<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Clone Copy PartialEq Eq Error";
        Thread => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone";
        ThreadId => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone Copy PartialEq Eq Hash";
        Builder => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug";
        JoinHandle<u8> => "Send Sync Unpin Debug";
        JoinHandle<Cell<u8>> => "Send Sync Unpin Debug";
        JoinHandle<Rc<u8>> => "Send Sync Unpin Debug";
        Scope<'static, 'static> => "Send Sync Unpin RefUnwindSafe Debug";
        ScopedJoinHandle<'static, u8> => "Send Sync Unpin Debug";
        ScopedJoinHandle<'static, Cell<u8>> => "Send Sync Unpin Debug";
        ScopedJoinHandle<'static, Rc<u8>> => "Unpin Debug";
        LocalKey<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug";
        LocalKey<Rc<u8>> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug";
        AccessError => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Clone Copy PartialEq Eq Error";
        AtomicBool => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        AtomicU8 => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        AtomicI16 => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        AtomicU32 => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        AtomicI64 => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        AtomicUsize => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default";
        AtomicPtr<u8> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Pointer Default";
        AtomicPtr<Cell<u8>> => "Send Sync Unpin RefUnwindSafe Debug Pointer Default";
        AtomicPtr<Rc<u8>> => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Pointer Default";
        Ordering => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone Copy PartialEq Eq Hash";
        Instant => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone Copy PartialEq Eq PartialOrd Ord Hash";
        SystemTime => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Clone Copy PartialEq Eq PartialOrd Ord Hash";
        SystemTimeError => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Display Clone Error";
        Duration => "Send Sync Unpin UnwindSafe RefUnwindSafe Debug Default Clone Copy PartialEq Eq PartialOrd Ord Hash";
    };
    assert!(differences.is_empty(), "{}", differences.join("; "));
}
