//! Stand-in for `std::time`.
//!
//! Time is virtual. Every thread of the model has a clock of its own, which
//! takes over what the threads before it show: the thread that spawned it, one
//! whose lock it takes, whatever happens before. It goes on by a millisecond
//! each time it is looked at, so that loops which wait for it end, and by the
//! whole of a sleep or of a timeout that ran out.

pub use ::std::time::*;

mod instant;
mod system_time;

pub use instant::Instant;
pub use system_time::SystemTime;

/// The beginning of Unix time.
pub const UNIX_EPOCH: SystemTime = SystemTime::UNIX_EPOCH;

const LOOK: Duration = Duration::from_millis(1);

/// Lets time pass for the running thread.
#[doc(hidden)]
pub fn pass(duration: Duration) {
    engine::time::pass(duration);
}

/// What the running thread's clock shows, since the model began.
fn look() -> Duration {
    pass(LOOK);
    engine::time::now()
}
