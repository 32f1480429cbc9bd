//! Stand-in for `std::sync::mpsc`.

pub use ::std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};

use crate::time::{self, Duration};
use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use ::std::sync::Arc;
use engine::Place;
use engine::channel::{Channel, Patience, Refusal};

#[track_caller]
#[must_use]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = engine::cell::arc(Channel::new(None, Location::caller()));
    (Sender(SendingEnd(Arc::clone(&channel))), Receiver { channel, not_sync: PhantomData })
}

#[track_caller]
#[must_use]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let channel = engine::cell::arc(Channel::new(Some(bound), Location::caller()));
    (SyncSender(SendingEnd(Arc::clone(&channel))), Receiver { channel, not_sync: PhantomData })
}

/// What `Sender` and `SyncSender` have in common.
struct SendingEnd<T>(Arc<Channel<T>>);

pub struct Sender<T>(SendingEnd<T>);

pub struct SyncSender<T>(SendingEnd<T>);

pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
    not_sync: PhantomData<*const ()>,
}

// SAFETY: a model runs on one operating-system thread; only messages are
// handed from thread to thread.
unsafe impl<T: Send> Send for SendingEnd<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for SendingEnd<T> {}
impl<T> UnwindSafe for SendingEnd<T> {}
impl<T> RefUnwindSafe for SendingEnd<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for Receiver<T> {}
impl<T> UnwindSafe for Receiver<T> {}
impl<T> RefUnwindSafe for Receiver<T> {}

impl<T> SendingEnd<T> {
    fn send(&self, value: T, place: Place) -> Result<(), SendError<T>> {
        self.0.send("send", value, Patience::Forever, place).map_err(|(value, _)| SendError(value))
    }
}

impl<T> Clone for SendingEnd<T> {
    fn clone(&self) -> Self {
        self.0.add_sender();
        Self(Arc::clone(&self.0))
    }
}

impl<T> Drop for SendingEnd<T> {
    fn drop(&mut self) {
        self.0.drop_sender();
    }
}

impl<T> Sender<T> {
    /// # Errors
    ///
    /// The message, where the receiver is gone.
    #[track_caller]
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.0.send(value, Location::caller())
    }
}

impl<T> SyncSender<T> {
    /// # Errors
    ///
    /// The message, where the receiver is gone.
    #[track_caller]
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.0.send(value, Location::caller())
    }

    /// # Errors
    ///
    /// The message, where the receiver is gone or there is no room.
    #[track_caller]
    pub fn try_send(&self, value: T) -> Result<(), TrySendError<T>> {
        let sent = self.0.0.send("try_send", value, Patience::None, Location::caller());
        sent.map_err(|(value, refusal)| match refusal {
            Refusal::Disconnected => TrySendError::Disconnected(value),
            _ => TrySendError::Full(value),
        })
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Receiver<T> {
    /// # Errors
    ///
    /// Where there is no message and no sender either.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.receive("recv", Patience::Forever, Location::caller()).map_err(|_| RecvError)
    }

    /// # Errors
    ///
    /// Where there is no message.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.receive("try_recv", Patience::None, Location::caller()).map_err(
            |refusal| match refusal {
                Refusal::Disconnected => TryRecvError::Disconnected,
                _ => TryRecvError::Empty,
            },
        )
    }

    /// # Errors
    ///
    /// Where there is no message in time; an early timeout is among the
    /// adversaries.
    #[track_caller]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        let received = self.receive("recv_timeout", Patience::UntilTimePasses, Location::caller());
        received.map_err(|refusal| match refusal {
            Refusal::Disconnected => RecvTimeoutError::Disconnected,
            _ => {
                time::pass(timeout);
                RecvTimeoutError::Timeout
            }
        })
    }

    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self, place: Location::caller() }
    }

    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self, place: Location::caller() }
    }

    fn receive(&self, op: &'static str, patience: Patience, place: Place) -> Result<T, Refusal> {
        self.channel.receive(op, patience, place)
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        drop(self.channel.drop_receiver());
    }
}

/// Every message is received where the iterator was made.
pub struct Iter<'a, T: 'a> {
    receiver: &'a Receiver<T>,
    place: Place,
}

pub struct TryIter<'a, T: 'a> {
    receiver: &'a Receiver<T>,
    place: Place,
}

pub struct IntoIter<T> {
    receiver: Receiver<T>,
    place: Place,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive("recv", Patience::Forever, self.place).ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive("try_recv", Patience::None, self.place).ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive("recv", Patience::Forever, self.place).ok()
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    #[track_caller]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[track_caller]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { receiver: self, place: Location::caller() }
    }
}

macro_rules! show {
    ($($end:ident),*) => {$(
        impl<T> fmt::Debug for $end<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($end)).finish_non_exhaustive()
            }
        }
    )*};
}
show!(Sender, SyncSender, Receiver);

macro_rules! show_iterators {
    ($($iterator:ident $($lifetime:lifetime)?),*) => {$(
        impl<T> fmt::Debug for $iterator<$($lifetime,)? T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($iterator)).field("rx", &self.receiver).finish()
            }
        }
    )*};
}
show_iterators!(Iter '_, TryIter '_, IntoIter);
