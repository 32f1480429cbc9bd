//! Stand-in for `crossbeam::channel::SelectedOperation`.

use super::internal::Handle;
use super::{Receiver, RecvError, SendError, Sender};
use engine::channel::Party;
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::ptr;
use std::rc::Rc;

/// What `select!` has chosen. Unlike a [`SelectedOperation`] it borrows nothing,
/// so that an arm may assign to what names its channel.
#[doc(hidden)]
pub struct Operation {
    pub index: usize,
    pub(super) party: Rc<Party>,
}

impl Operation {
    /// # Errors
    ///
    /// The message, where all receivers were gone.
    #[track_caller]
    pub fn send<T>(self, s: &Sender<T>, msg: T) -> Result<(), SendError<T>> {
        s.0.keep_promise(&self.party, msg, Location::caller()).map_err(SendError)
    }

    /// # Errors
    ///
    /// Where there was no message and no sender either.
    #[track_caller]
    pub fn recv<T>(self, r: &Receiver<T>) -> Result<T, RecvError> {
        r.collect(&self.party, Location::caller()).ok_or(RecvError)
    }
}

/// An operation that was chosen and is to be completed.
#[must_use]
pub struct SelectedOperation<'a> {
    index: usize,
    /// The end it was chosen at.
    end: *const u8,
    party: Rc<Party>,
    marker: PhantomData<&'a ()>,
}

impl UnwindSafe for SelectedOperation<'_> {}
impl RefUnwindSafe for SelectedOperation<'_> {}

impl<'a> SelectedOperation<'a> {
    pub(super) fn new(index: usize, end: &'a dyn Handle, party: Rc<Party>) -> Self {
        let end = ptr::from_ref(end).cast();
        Self { index, end, party, marker: PhantomData }
    }
}

impl SelectedOperation<'_> {
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// # Errors
    ///
    /// The message, where all receivers were gone.
    ///
    /// # Panics
    ///
    /// If it was another sender that was chosen.
    #[track_caller]
    pub fn send<T>(self, s: &Sender<T>, msg: T) -> Result<(), SendError<T>> {
        assert!(ptr::from_ref(s).cast() == self.end, "passed a sender that wasn't selected");
        let sent = s.0.keep_promise(&self.complete(), msg, Location::caller());
        sent.map_err(SendError)
    }

    /// # Errors
    ///
    /// Where there was no message and no sender either.
    ///
    /// # Panics
    ///
    /// If it was another receiver that was chosen.
    #[track_caller]
    pub fn recv<T>(self, r: &Receiver<T>) -> Result<T, RecvError> {
        assert!(ptr::from_ref(r).cast() == self.end, "passed a receiver that wasn't selected");
        r.collect(&self.complete(), Location::caller()).ok_or(RecvError)
    }

    fn complete(self) -> Rc<Party> {
        let this = ManuallyDrop::new(self);
        // SAFETY: `this` is not dropped, so the party is moved out once.
        unsafe { ptr::read(&raw const this.party) }
    }
}

impl Drop for SelectedOperation<'_> {
    fn drop(&mut self) {
        panic!("dropped `SelectedOperation` without completing the operation");
    }
}

impl fmt::Debug for SelectedOperation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("SelectedOperation { .. }")
    }
}
