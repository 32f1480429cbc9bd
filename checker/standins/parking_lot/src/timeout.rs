//! Deadlines, as the stand-in of `std` counts time.

use standin_std::time::{self, Duration, Instant};

/// How long it is until `deadline`, by the running thread's clock.
pub fn until(deadline: Instant) -> Duration {
    deadline.saturating_duration_since(Instant::now())
}

/// Lets `timeout` pass if it ran out.
pub fn note(ran_out: bool, timeout: Duration) {
    if ran_out {
        time::pass(timeout);
    }
}
