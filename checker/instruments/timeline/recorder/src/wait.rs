//! Waits: noticed by the thread itself, before and after.

use crate::lane::{Waited, own_is_full, with_own};
use crate::{is_on, now, system};
use facts::timeline::Reason;
use std::panic::Location;

/// Where the system does not count switches, a shorter wait is none.
const SHORT: u64 = 20_000;

/// A wait of the calling thread; it is over when this is dropped.
#[derive(Debug)]
#[must_use = "the wait is over when this is dropped"]
pub struct Waiting(Option<Begun>);

#[derive(Debug)]
struct Begun {
    reason: Reason,
    place: &'static Location<'static>,
    from: u64,
    left: Option<u64>,
    ready: u64,
}

/// The calling thread is about to wait, where this is called.
#[track_caller]
pub fn waits(reason: Reason) -> Waiting {
    waits_at(reason, Location::caller())
}

/// The calling thread is about to wait.
pub fn waits_at(reason: Reason, place: &'static Location<'static>) -> Waiting {
    if !is_on() || own_is_full() {
        return Waiting(None);
    }
    let (left, ready) = (system::own_departures(), system::own_ready().unwrap_or(0));
    Waiting(Some(Begun { reason, place, from: now(), left, ready }))
}

impl Waiting {
    /// It was no wait: the thread itself did what others would wait for.
    pub fn forget(mut self) {
        self.0 = None;
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let Some(Begun { reason, place, from, left, ready }) = self.0.take() else { return };
        let to = now();
        let waited = match (left, system::own_departures()) {
            (Some(before), Some(after)) => after > before,
            _ => to - from > SHORT,
        };
        if waited {
            let ready = system::own_ready().unwrap_or(0).saturating_sub(ready);
            with_own(|lane| lane.add(Waited { reason, place, from, to, ready }));
        }
    }
}
