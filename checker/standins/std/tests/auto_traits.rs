//! What may go where is as in std.

#[path = "search/auto_traits.rs"]
mod auto_traits;

use auto_traits::same_auto_traits;

mod standin {
    pub use standin_std::sync::mpsc::*;
    pub use standin_std::sync::*;
    pub use standin_std::thread::*;
}

mod original {
    pub use std::sync::mpsc::*;
    pub use std::sync::*;
    pub use std::thread::*;
}

#[test]
fn auto_traits_are_those_of_std() {
    same_auto_traits![
        Mutex,
        MutexGuard<'static>,
        RwLock,
        RwLockReadGuard<'static>,
        RwLockWriteGuard<'static>,
        OnceLock,
        LazyLock,
        Sender,
        SyncSender,
        Receiver,
        JoinHandle,
        ScopedJoinHandle<'static>,
    ];
}
