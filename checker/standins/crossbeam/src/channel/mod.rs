//! Stand-in for `crossbeam::channel`.

mod iter;
mod receiver;
mod select;
mod sender;

pub use crate::select;
pub use crossbeam_channel::{
    RecvError, RecvTimeoutError, SendError, SendTimeoutError, TryRecvError, TrySendError,
};
pub use iter::{IntoIter, Iter, TryIter};
pub use receiver::Receiver;
#[doc(hidden)]
pub use select::Select;
pub use sender::Sender;

use engine::Place;
use engine::channel::Channel;
use std::panic::Location;
use std::sync::Arc;

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

/// A channel that never delivers anything.
#[track_caller]
#[must_use]
pub fn never<T>() -> Receiver<T> {
    let (sender, receiver) = unbounded();
    // Kept, so that the receiver is not disconnected either.
    std::mem::forget(sender);
    receiver
}

fn new<T>(capacity: Option<usize>, place: Place) -> (Sender<T>, Receiver<T>) {
    let channel = Arc::new(Channel::new(capacity, place));
    (Sender(Arc::clone(&channel)), Receiver(channel))
}
