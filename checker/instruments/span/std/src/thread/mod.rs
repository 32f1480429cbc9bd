//! Stand-in for `std::thread`.

pub use ::std::thread::*;

mod builder;
mod handle;
mod scope;

pub use builder::Builder;
pub use handle::{JoinHandle, ScopedJoinHandle};
pub use scope::{Scope, scope};

use ::std::io;
use ::std::num::NonZero;

/// # Panics
///
/// If the system has no room for another thread.
pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    Builder::new().spawn(f).expect("failed to spawn thread")
}

/// What the program is told, whatever the machine has.
///
/// # Errors
///
/// None.
pub fn available_parallelism() -> io::Result<NonZero<usize>> {
    Ok(NonZero::new(strands::MADE_UP_CORES).expect("it is not zero"))
}
