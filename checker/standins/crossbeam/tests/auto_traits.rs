//! What may go where is as in the original.

#[path = "../../std/tests/search/auto_traits.rs"]
mod auto_traits;

use auto_traits::same_auto_traits;

mod standin {
    pub use crossbeam::{
        atomic::*,
        channel::*,
        queue::{ArrayQueue, SegQueue},
        sync::*,
        thread::*,
    };
}

mod original {
    pub use ::original::{
        atomic::*,
        channel::*,
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
    ];
}
