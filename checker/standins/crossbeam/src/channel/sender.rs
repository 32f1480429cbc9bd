//! Stand-in for `crossbeam::channel::Sender`.

use super::internal::{Handle, Handled};
use super::{SendError, SendTimeoutError, TrySendError};
use engine::Place;
use engine::channel::{Channel, Patience, Refusal, SendArm};
use standin_std::time::{self, Duration, Instant};
use std::fmt;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

pub struct Sender<T>(pub(super) Arc<Channel<T>>);

// SAFETY: a model runs on one operating-system thread; only messages are
// handed from thread to thread.
unsafe impl<T: Send> Send for Sender<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Sender<T> {}
impl<T> UnwindSafe for Sender<T> {}
impl<T> RefUnwindSafe for Sender<T> {}

impl<T> Sender<T> {
    /// # Errors
    ///
    /// The message, where all receivers are gone.
    #[track_caller]
    pub fn send(&self, msg: T) -> Result<(), SendError<T>> {
        let sent = self.0.send("send", msg, Patience::Forever, Location::caller());
        sent.map_err(|(msg, _)| SendError(msg))
    }

    /// # Errors
    ///
    /// The message, where all receivers are gone or there is no room.
    #[track_caller]
    pub fn try_send(&self, msg: T) -> Result<(), TrySendError<T>> {
        let sent = self.0.send("try_send", msg, Patience::None, Location::caller());
        sent.map_err(|(msg, refusal)| match refusal {
            Refusal::Disconnected => TrySendError::Disconnected(msg),
            _ => TrySendError::Full(msg),
        })
    }

    /// # Errors
    ///
    /// The message, where all receivers are gone or time ran out; an early
    /// timeout is among the adversaries.
    #[track_caller]
    pub fn send_timeout(&self, msg: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        self.send_within("send_timeout", msg, timeout, Location::caller())
    }

    /// # Errors
    ///
    /// As for [`send_timeout`](Self::send_timeout).
    #[track_caller]
    pub fn send_deadline(&self, msg: T, deadline: Instant) -> Result<(), SendTimeoutError<T>> {
        let timeout = deadline.saturating_duration_since(Instant::now());
        self.send_within("send_deadline", msg, timeout, Location::caller())
    }

    fn send_within(
        &self,
        op: &'static str,
        msg: T,
        timeout: Duration,
        place: Place,
    ) -> Result<(), SendTimeoutError<T>> {
        let sent = self.0.send(op, msg, Patience::UntilTimePasses, place);
        sent.map_err(|(msg, refusal)| match refusal {
            Refusal::Disconnected => SendTimeoutError::Disconnected(msg),
            _ => {
                time::pass(timeout);
                SendTimeoutError::Timeout(msg)
            }
        })
    }

    #[track_caller]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.len("is_empty", Location::caller()) == 0
    }

    #[track_caller]
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.capacity() == Some(self.0.len("is_full", Location::caller()))
    }

    #[track_caller]
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len("len", Location::caller())
    }

    #[must_use]
    pub fn capacity(&self) -> Option<usize> {
        self.0.capacity()
    }

    #[must_use]
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        self.0.add_sender();
        Self(Arc::clone(&self.0))
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.0.drop_sender();
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Sender { .. }")
    }
}

impl<T> Handle for Sender<T> {
    fn arm(&self, _: Instant) -> Option<Handled<'_>> {
        Some(Handled::untimed(SendArm(&*self.0)))
    }
}
