//! Stand-in for `crossbeam::channel::Receiver`.

use super::internal::{self, Handle, Handled, Wait};
use super::timer::Timer;
use super::{Iter, RecvError, RecvTimeoutError, TryIter, TryRecvError};
use engine::Place;
use engine::channel::{Channel, Party, Patience, ReceiveArm, Refusal, Want};
use standin_std::time::{self, Duration, Instant};
use std::fmt;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::rc::Rc;
use std::sync::Arc;

pub struct Receiver<T>(pub(super) Flavor<T>);

/// Where messages come from.
pub(super) enum Flavor<T> {
    Queue(Arc<Channel<T>>),
    Timer(Rc<Timer<T>>),
    Never,
}

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
        match &self.0 {
            Flavor::Queue(channel) => channel.receive("recv", Patience::Forever, place).ok(),
            _ => self.receive_in_time(Wait::Forever, place),
        }
    }

    pub(super) fn receive_now(&self, place: Place) -> Result<T, Refusal> {
        match &self.0 {
            Flavor::Queue(channel) => channel.receive("try_recv", Patience::None, place),
            _ => self.receive_in_time(Wait::Not, place).ok_or(Refusal::NotNow),
        }
    }

    /// Receives what only time delivers.
    fn receive_in_time(&self, wait: Wait, place: Place) -> Option<T> {
        let party = Party::new(place);
        internal::select(&[self], wait, Want::Operation, false, &party, place)?;
        self.collect(&party, place)
    }

    /// Hands out what `party` received here.
    pub(super) fn collect(&self, party: &Rc<Party>, place: Place) -> Option<T> {
        match &self.0 {
            Flavor::Queue(channel) => channel.collect(party, place),
            Flavor::Timer(timer) => timer.collect(party),
            Flavor::Never => None,
        }
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
        let Flavor::Queue(channel) = &self.0 else {
            let received = self.receive_in_time(Wait::For(timeout), place);
            return received.ok_or(RecvTimeoutError::Timeout);
        };
        channel.receive(op, Patience::UntilTimePasses, place).map_err(|refusal| match refusal {
            Refusal::Disconnected => RecvTimeoutError::Disconnected,
            _ => {
                time::pass(timeout);
                RecvTimeoutError::Timeout
            }
        })
    }

    fn length(&self, op: &'static str, place: Place) -> usize {
        match &self.0 {
            Flavor::Queue(channel) => channel.len(op, place),
            Flavor::Timer(timer) => timer.len(op, place),
            Flavor::Never => 0,
        }
    }

    #[track_caller]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length("is_empty", Location::caller()) == 0
    }

    #[track_caller]
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.capacity() == Some(self.length("is_full", Location::caller()))
    }

    #[track_caller]
    #[must_use]
    pub fn len(&self) -> usize {
        self.length("len", Location::caller())
    }

    #[must_use]
    pub fn capacity(&self) -> Option<usize> {
        match &self.0 {
            Flavor::Queue(channel) => channel.capacity(),
            Flavor::Timer(_) => Some(1),
            Flavor::Never => Some(0),
        }
    }

    #[must_use]
    pub fn same_channel(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Flavor::Queue(this), Flavor::Queue(other)) => Arc::ptr_eq(this, other),
            (Flavor::Timer(this), Flavor::Timer(other)) => Rc::ptr_eq(this, other),
            (Flavor::Never, Flavor::Never) => true,
            _ => false,
        }
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
        Self(match &self.0 {
            Flavor::Queue(channel) => {
                channel.add_receiver();
                Flavor::Queue(Arc::clone(channel))
            }
            Flavor::Timer(timer) => Flavor::Timer(Rc::clone(timer)),
            Flavor::Never => Flavor::Never,
        })
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if let Flavor::Queue(channel) = &self.0 {
            drop(channel.drop_receiver());
        }
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Receiver { .. }")
    }
}

impl<T> Handle for Receiver<T> {
    fn arm(&self, now: Instant) -> Option<Handled<'_>> {
        match &self.0 {
            Flavor::Queue(channel) => Some(Handled::untimed(ReceiveArm(&**channel))),
            Flavor::Timer(timer) => Some(Handled::timed_by(timer.arm(now))),
            Flavor::Never => None,
        }
    }
}
