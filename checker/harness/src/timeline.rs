//! Timelines: a scene runs once, and what its threads did is reported.

use crate::case::{no_such_case, ordered};
use crate::{allocator, channel, panics};
use facts::{Fact, timeline::Timeline};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The only case of such a file.
const NAME: &str = "timeline";

/// Writes `main` for a scene: `timeline!(scene)`, where `scene: fn()`.
#[macro_export]
macro_rules! timeline {
    ($scene:expr $(,)?) => {
        fn main() {
            $crate::timeline_main($scene)
        }
    };
}

/// What `main` does.
pub fn timeline_main(scene: impl FnOnce()) -> ! {
    let allowed = recorder::Allowed::now();
    let name = ordered(|| vec![NAME.to_owned()]);
    if name != NAME {
        no_such_case(&name);
    }
    recorder::on_leave(completed);
    recorder::start(&allowed);
    match catch_unwind(AssertUnwindSafe(scene)) {
        Ok(()) => completed(recorder::finish()),
        Err(payload) => channel::finish(Fact::Panicked(panics::caught(payload))),
    }
}

fn completed(timeline: Timeline) -> ! {
    allocator::lift_limit();
    channel::send(Fact::Recorded(Box::new(timeline)));
    channel::finish(Fact::Completed)
}
