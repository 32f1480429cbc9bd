//! Stand-in for `std::hint`.

pub use ::std::hint::*;

use ::std::panic::Location;

/// Tells the model that the thread is going round in a loop.
#[track_caller]
pub fn spin_loop() {
    engine::atomic::yield_now("spin_loop", Location::caller());
}
