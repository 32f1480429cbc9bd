//! Stand-in for `crossbeam::channel::Select`.
//!
//! Any operation that is ready may be the one.

use super::internal::{self, Handle, Wait};
use super::operation::Operation;
use super::{
    ReadyTimeoutError, Receiver, SelectTimeoutError, SelectedOperation, Sender, TryReadyError,
    TrySelectError,
};
use engine::Place;
use engine::channel::{Party, Want};
use standin_std::time::{Duration, Instant};
use std::fmt;
use std::panic::Location;

const NONE_ADDED: &str = "no operations have been added to `Select`";

/// The operations that a selection chooses from.
#[derive(Clone)]
pub struct Select<'a> {
    /// By the number that the operation was given.
    handles: Vec<(usize, &'a dyn Handle)>,
    next: usize,
    biased: bool,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Select<'_> {}
// SAFETY: as above.
unsafe impl Sync for Select<'_> {}

impl<'a> Select<'a> {
    #[must_use]
    pub fn new() -> Self {
        Self { handles: Vec::new(), next: 0, biased: false }
    }

    #[must_use]
    pub fn new_biased() -> Self {
        Self { biased: true, ..Self::new() }
    }

    pub fn send<T>(&mut self, s: &'a Sender<T>) -> usize {
        self.add(s)
    }

    pub fn recv<T>(&mut self, r: &'a Receiver<T>) -> usize {
        self.add(r)
    }

    fn add(&mut self, handle: &'a dyn Handle) -> usize {
        let index = self.next;
        self.next += 1;
        self.handles.push((index, handle));
        index
    }

    /// # Panics
    ///
    /// Where there is no such operation, or none any more.
    pub fn remove(&mut self, index: usize) {
        assert!(index < self.next, "index out of bounds; {index} >= {}", self.next);
        let at = self.handles.iter().position(|(known, _)| *known == index);
        self.handles.remove(at.expect("no operation with this index"));
    }

    /// # Errors
    ///
    /// Where no operation is ready.
    #[track_caller]
    pub fn try_select(&mut self) -> Result<SelectedOperation<'a>, TrySelectError> {
        self.operation(Wait::Not, Location::caller()).ok_or(TrySelectError)
    }

    /// # Panics
    ///
    /// Where there is no operation.
    #[track_caller]
    pub fn select(&mut self) -> SelectedOperation<'a> {
        assert!(!self.handles.is_empty(), "{NONE_ADDED}");
        let chosen = self.operation(Wait::Forever, Location::caller());
        chosen.expect("it waited until one was ready")
    }

    /// # Errors
    ///
    /// Where no operation was ready in time.
    #[track_caller]
    pub fn select_timeout(
        &mut self,
        timeout: Duration,
    ) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        self.operation(Wait::For(timeout), Location::caller()).ok_or(SelectTimeoutError)
    }

    /// # Errors
    ///
    /// As for [`select_timeout`](Self::select_timeout).
    #[track_caller]
    pub fn select_deadline(
        &mut self,
        deadline: Instant,
    ) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        let wait = Wait::For(deadline.saturating_duration_since(Instant::now()));
        self.operation(wait, Location::caller()).ok_or(SelectTimeoutError)
    }

    /// # Errors
    ///
    /// Where no operation is ready.
    #[track_caller]
    pub fn try_ready(&mut self) -> Result<usize, TryReadyError> {
        self.readiness(Wait::Not, Location::caller()).ok_or(TryReadyError)
    }

    /// # Panics
    ///
    /// Where there is no operation.
    #[track_caller]
    pub fn ready(&mut self) -> usize {
        assert!(!self.handles.is_empty(), "{NONE_ADDED}");
        let chosen = self.readiness(Wait::Forever, Location::caller());
        chosen.expect("it waited until one was ready")
    }

    /// # Errors
    ///
    /// Where no operation was ready in time.
    #[track_caller]
    pub fn ready_timeout(&mut self, timeout: Duration) -> Result<usize, ReadyTimeoutError> {
        self.readiness(Wait::For(timeout), Location::caller()).ok_or(ReadyTimeoutError)
    }

    /// # Errors
    ///
    /// As for [`ready_timeout`](Self::ready_timeout).
    #[track_caller]
    pub fn ready_deadline(&mut self, deadline: Instant) -> Result<usize, ReadyTimeoutError> {
        let wait = Wait::For(deadline.saturating_duration_since(Instant::now()));
        self.readiness(wait, Location::caller()).ok_or(ReadyTimeoutError)
    }

    fn operation(&self, wait: Wait, place: Place) -> Option<SelectedOperation<'a>> {
        let Operation { index, party } = self.choose(wait, place)?;
        let (_, handle) = self.handles.iter().find(|(known, _)| *known == index)?;
        Some(SelectedOperation::new(index, *handle, party))
    }

    fn choose(&self, wait: Wait, place: Place) -> Option<Operation> {
        let party = Party::new(place);
        let handles = self.handles();
        let at = internal::select(&handles, wait, Want::Operation, self.biased, &party, place)?;
        Some(Operation { index: self.handles[at].0, party })
    }

    #[doc(hidden)]
    #[track_caller]
    #[must_use]
    pub fn wait(&self) -> Option<Operation> {
        assert!(!self.handles.is_empty(), "{NONE_ADDED}");
        self.choose(Wait::Forever, Location::caller())
    }

    #[doc(hidden)]
    #[track_caller]
    #[must_use]
    pub fn now(&self) -> Option<Operation> {
        self.choose(Wait::Not, Location::caller())
    }

    #[doc(hidden)]
    #[track_caller]
    #[must_use]
    pub fn within(&self, timeout: Duration) -> Option<Operation> {
        self.choose(Wait::For(timeout), Location::caller())
    }

    fn readiness(&self, wait: Wait, place: Place) -> Option<usize> {
        let party = Party::new(place);
        let handles = self.handles();
        let at = internal::select(&handles, wait, Want::Readiness, self.biased, &party, place)?;
        Some(self.handles[at].0)
    }

    fn handles(&self) -> Vec<&dyn Handle> {
        self.handles.iter().map(|(_, handle)| *handle).collect()
    }
}

impl Default for Select<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Select<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Select { .. }")
    }
}
