//! Stand-in for `std::thread`.

pub use ::std::thread::Result;

mod builder;
mod handle;
#[doc(hidden)]
pub mod local;
mod scope;

pub use builder::Builder;
pub use handle::{JoinHandle, Thread, ThreadId};
pub use local::{AccessError, LocalKey};
pub use scope::{Scope, ScopedJoinHandle, scope};

use ::std::io;
use ::std::num::NonZero;
use ::std::panic::Location;
use ::std::time::Duration;

#[track_caller]
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(f).expect("the engine either has room or ends the execution")
}

/// Whether the running thread unwinds.
#[must_use]
pub fn panicking() -> bool {
    engine::unwinding::is_unwinding()
}

#[must_use]
pub fn current() -> Thread {
    Thread::new(engine::current())
}

#[track_caller]
pub fn yield_now() {
    engine::atomic::yield_now("yield_now", Location::caller());
}

/// A sleep orders nothing: in a model it may take no time at all.
#[track_caller]
pub fn sleep(duration: Duration) {
    crate::time::pass(duration);
    engine::atomic::yield_now("sleep", Location::caller());
}

/// As [`sleep`], in milliseconds.
#[track_caller]
#[deprecated = "replaced by `std::thread::sleep`"]
pub fn sleep_ms(ms: u32) {
    sleep(Duration::from_millis(ms.into()));
}

#[track_caller]
pub fn park() {
    engine::park("park", false, Location::caller());
}

#[track_caller]
pub fn park_timeout(duration: Duration) {
    if engine::park("park_timeout", true, Location::caller()) {
        crate::time::pass(duration);
    }
}

/// As [`park_timeout`], in milliseconds.
#[track_caller]
#[deprecated = "replaced by `std::thread::park_timeout`"]
pub fn park_timeout_ms(ms: u32) {
    park_timeout(Duration::from_millis(ms.into()));
}

/// A model has two cores, so that programs sized by this number have
/// something to interleave.
///
/// # Errors
///
/// None.
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    Ok(NonZero::new(2).expect("two is not zero"))
}
