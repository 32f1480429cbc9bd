//! A model's time: what a thread knows of it.
//!
//! Each thread has a clock of its own, so that looking at it is no step that
//! others could notice. Whatever happens before carries its time along, so an
//! instant that was handed over is never later than `now`.

use crate::execution::with;
use std::time::Duration;

/// What the running thread's clock shows.
#[must_use]
pub fn now() -> Duration {
    with(|execution| execution.thread().known.time)
}

/// Lets time pass for the running thread.
pub fn pass(duration: Duration) {
    with(|execution| {
        let time = &mut execution.thread_mut().known.time;
        *time = time.saturating_add(duration);
    });
}

/// How much time passes for threads that go round in a loop, the `round`th
/// time that nobody else can go on: ever more, so that a loop which waits for
/// a deadline comes to its end.
pub(crate) fn idle(round: u32) -> Duration {
    Duration::from_millis(1 << round.min(32))
}
