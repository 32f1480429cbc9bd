//! As `std::thread`, where threads are told as they begin, wait and end.

pub use ::std::thread::*;

mod builder;
mod scope;

pub use builder::{Builder, JoinHandle};
pub use scope::{Scope, ScopedJoinHandle, scope};

use ::std::time::Duration;
use recorder::{Reason, waits};

/// # Panics
///
/// As std's, if the system has no thread left.
#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(f).expect("failed to spawn thread")
}

#[track_caller]
pub fn sleep(duration: Duration) {
    let _waiting = waits(Reason::Sleep);
    ::std::thread::sleep(duration);
}

/// As [`sleep`], in milliseconds.
#[track_caller]
#[deprecated = "replaced by `std::thread::sleep`"]
pub fn sleep_ms(ms: u32) {
    sleep(Duration::from_millis(ms.into()));
}

#[track_caller]
pub fn park() {
    let _waiting = waits(Reason::Park);
    ::std::thread::park();
}

#[track_caller]
pub fn park_timeout(duration: Duration) {
    let _waiting = waits(Reason::Park);
    ::std::thread::park_timeout(duration);
}

/// As [`park_timeout`], in milliseconds.
#[track_caller]
#[deprecated = "replaced by `std::thread::park_timeout`"]
pub fn park_timeout_ms(ms: u32) {
    park_timeout(Duration::from_millis(ms.into()));
}
