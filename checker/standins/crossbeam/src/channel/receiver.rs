//! Stand-in for `crossbeam::channel::Receiver`.

use super::{Iter, RecvError, RecvTimeoutError, TryIter, TryRecvError};
use engine::Place;
use engine::channel::{Channel, Patience, Refusal};
use standin_std::time::{self, Duration, Instant};
use std::fmt;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::sync::Arc;

pub struct Receiver<T>(pub(super) Arc<Channel<T>>);

// SAFETY: a model runs on one operating-system thread; only messages are
// handed from thread to thread.
unsafe impl<T: Send> Send for Receiver<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Receiver<T> {}
impl<T> UnwindSafe for Receiver<T> {}
impl<T> RefUnwindSafe for Receiver<T> {}

impl<T> Receiver<T> {
    /// # Errors
    ///
    /// Where there is no message and no sender either.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.receive(Location::caller()).ok_or(RecvError)
    }

    pub(super) fn receive(&self, place: Place) -> Option<T> {
        self.0.receive("recv", Patience::Forever, place).ok()
    }

    pub(super) fn receive_now(&self, place: Place) -> Result<T, Refusal> {
        self.0.receive("try_recv", Patience::None, place)
    }

    /// # Errors
    ///
    /// Where there is no message.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.receive_now(Location::caller()).map_err(|refusal| match refusal {
            Refusal::Disconnected => TryRecvError::Disconnected,
            _ => TryRecvError::Empty,
        })
    }

    /// # Errors
    ///
    /// Where there is no message in time; an early timeout is among the
    /// adversaries.
    #[track_caller]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.receive_within("recv_timeout", timeout, Location::caller())
    }

    /// # Errors
    ///
    /// As for [`recv_timeout`](Self::recv_timeout).
    #[track_caller]
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
        let timeout = deadline.saturating_duration_since(Instant::now());
        self.receive_within("recv_deadline", timeout, Location::caller())
    }

    fn receive_within(
        &self,
        op: &'static str,
        timeout: Duration,
        place: Place,
    ) -> Result<T, RecvTimeoutError> {
        self.0.receive(op, Patience::UntilTimePasses, place).map_err(|refusal| match refusal {
            Refusal::Disconnected => RecvTimeoutError::Disconnected,
            _ => {
                time::pass(timeout);
                RecvTimeoutError::Timeout
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

    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self, place: Location::caller() }
    }

    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self, place: Location::caller() }
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        self.0.add_receiver();
        Self(Arc::clone(&self.0))
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        drop(self.0.drop_receiver());
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Receiver { .. }")
    }
}
