//! Stand-in for `crossbeam::sync`.

mod parker;
mod wait_group;

pub use parker::{Parker, Unparker};
pub use standin_std::sync::{
    RwLock as ShardedLock, RwLockReadGuard as ShardedLockReadGuard,
    RwLockWriteGuard as ShardedLockWriteGuard,
};
pub use wait_group::WaitGroup;
