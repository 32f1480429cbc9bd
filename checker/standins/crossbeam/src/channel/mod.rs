//! Stand-in for `crossbeam::channel`.
//!
//! `after`, `at` and `tick` deliver when nothing else can happen any more, and
//! early where an adversary has it so, like every timeout.

mod iter;
mod macros;
mod operation;
mod receiver;
mod select;
mod sender;
mod timer;

#[doc(hidden)]
pub mod internal;

pub use crate::{select, select_biased};
pub use crossbeam_channel::{
    ReadyTimeoutError, RecvError, RecvTimeoutError, SelectTimeoutError, SendError,
    SendTimeoutError, TryReadyError, TryRecvError, TrySelectError, TrySendError,
};
pub use iter::{IntoIter, Iter, TryIter};
pub use operation::SelectedOperation;
pub use receiver::Receiver;
pub use select::Select;
pub use sender::Sender;

use engine::Place;
use engine::channel::Channel;
use receiver::Flavor;
use standin_std::time::{Duration, Instant};
use std::panic::Location;
use std::sync::Arc;
use timer::Timer;

#[track_caller]
#[must_use]
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    new(None, Location::caller())
}

#[track_caller]
#[must_use]
pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>) {
    new(Some(cap), Location::caller())
}

#[track_caller]
#[must_use]
pub fn after(duration: Duration) -> Receiver<Instant> {
    match Instant::now().checked_add(duration) {
        Some(when) => timer(when, None, Location::caller()),
        None => never(),
    }
}

#[track_caller]
#[must_use]
pub fn at(when: Instant) -> Receiver<Instant> {
    timer(when, None, Location::caller())
}

#[track_caller]
#[must_use]
pub fn tick(duration: Duration) -> Receiver<Instant> {
    match Instant::now().checked_add(duration) {
        Some(when) => timer(when, Some(duration), Location::caller()),
        None => never(),
    }
}

/// A channel that never delivers anything.
#[must_use]
pub const fn never<T>() -> Receiver<T> {
    Receiver(Flavor::Never)
}

fn new<T>(capacity: Option<usize>, place: Place) -> (Sender<T>, Receiver<T>) {
    let channel = engine::cell::arc(Channel::new(capacity, place));
    (Sender(Arc::clone(&channel)), Receiver(Flavor::Queue(channel)))
}

fn timer(when: Instant, period: Option<Duration>, place: Place) -> Receiver<Instant> {
    let timer = Timer::new(when, period, |when| when, place);
    Receiver(Flavor::Timer(engine::cell::rc(timer)))
}
