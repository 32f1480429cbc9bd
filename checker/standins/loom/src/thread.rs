//! Stand-in for `loom::thread`.

pub use standin_std::thread::{
    AccessError, Builder, JoinHandle, LocalKey, Thread, ThreadId, current, panicking, park, spawn,
    yield_now,
};
