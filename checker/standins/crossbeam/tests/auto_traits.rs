//! What may go where is as in the original.

#[path = "../../std/tests/search/auto_traits.rs"]
mod auto_traits;

use auto_traits::same_auto_traits;

mod standin {
    pub use crossbeam::utils::{Backoff, CachePadded};
    pub use crossbeam::{
        atomic::*,
        channel::*,
        deque::*,
        epoch::*,
        queue::{ArrayQueue, SegQueue},
        sync::*,
        thread::*,
    };
}

mod original {
    pub use ::original::utils::{Backoff, CachePadded};
    pub use ::original::{
        atomic::*,
        channel::*,
        deque::*,
        epoch::*,
        queue::{ArrayQueue, SegQueue},
        sync::*,
        thread::*,
    };
}

#[test]
fn auto_traits_are_those_of_crossbeam() {
    same_auto_traits![
        Sender,
        Receiver,
        Iter<'static>,
        IntoIter,
        SegQueue,
        ArrayQueue,
        AtomicCell,
        ShardedLock,
        ScopedJoinHandle<'static>,
        CachePadded,
        TryIter<'static>,
        ShardedLockReadGuard<'static>,
        ShardedLockWriteGuard<'static>,
        Worker,
        Stealer,
        Injector,
        Steal,
        Atomic,
        Owned,
        Shared<'static>,
    ];
}

/// As [`same_auto_traits`], for types without a parameter.
macro_rules! plain {
    ($($ty:ident $(<$($life:lifetime),*>)?),* $(,)?) => {$(
        same_auto_traits!(@traits standin::$ty $(<$($life),*>)?, original::$ty $(<$($life),*>)?,
            [Send, Sync, std::panic::UnwindSafe, std::panic::RefUnwindSafe]);
    )*};
}

#[test]
fn so_are_those_of_types_without_a_parameter() {
    plain![
        Backoff,
        Collector,
        Guard,
        LocalHandle,
        Parker,
        Scope<'static>,
        ScopedThreadBuilder<'static, 'static>,
        Select<'static>,
        SelectedOperation<'static>,
        Unparker,
        WaitGroup,
    ];
}
