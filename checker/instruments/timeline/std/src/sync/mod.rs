//! As `std::sync`, where waits are told.

pub use ::std::sync::*;

mod barrier;
mod condvar;
pub mod mpsc;
mod mutex;
mod once;
mod rwlock;

pub use barrier::Barrier;
pub use condvar::Condvar;
pub use mutex::Mutex;
#[expect(deprecated, reason = "as std does")]
pub use once::ONCE_INIT;
pub use once::{Once, OnceLock};
pub use rwlock::RwLock;
