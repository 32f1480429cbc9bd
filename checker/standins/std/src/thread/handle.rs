//! Stand-in for `std::thread::{JoinHandle, Thread, ThreadId}`.

use super::Result;
use ::std::fmt;
use ::std::num::NonZero;
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use ::std::rc::Rc;
use engine::cell::Cell;

/// Where a thread leaves its result for whoever joins it.
pub(super) struct Packet<T>(Cell<Option<Result<T>>>);

impl<T> Packet<T> {
    pub(super) fn new() -> Rc<Self> {
        // Counted by two threads that nothing orders.
        engine::cell::rc(Self(Cell::new(None)))
    }

    /// Runs the thread's closure; an `Err` is what its panic said.
    pub(super) fn fill(&self, f: impl FnOnce() -> T) -> ::std::result::Result<(), String> {
        let result = engine::unwinding::catch(::std::panic::AssertUnwindSafe(f));
        let said = match &result {
            Ok(_) => Ok(()),
            Err(payload) => Err(engine::panic_message(payload.as_ref())),
        };
        self.0.set(Some(result));
        said
    }

    pub(super) fn take(&self) -> Result<T> {
        self.0.take().expect("a thread that was joined has left its result")
    }
}

pub struct JoinHandle<T> {
    pub(super) handle: engine::Handle,
    pub(super) thread: Thread,
    pub(super) packet: Rc<Packet<T>>,
}

// SAFETY: a model runs on one operating-system thread, so neither the counts
// nor the packet are ever touched by two at once. The bound of `spawn` makes
// the result `Send`.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// # Errors
    ///
    /// The payload of the panic in which the thread ended.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        self.handle.join(Location::caller());
        self.packet.take()
    }

    #[track_caller]
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.handle.is_finished(Location::caller())
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

#[derive(Clone)]
pub struct Thread(engine::Handle);

// SAFETY: as for `JoinHandle`.
unsafe impl Send for Thread {}
// SAFETY: as for `JoinHandle`.
unsafe impl Sync for Thread {}
impl UnwindSafe for Thread {}
impl RefUnwindSafe for Thread {}

impl Thread {
    pub(super) fn new(handle: engine::Handle) -> Self {
        Self(handle)
    }

    #[track_caller]
    pub fn unpark(&self) {
        self.0.unpark(Location::caller());
    }

    #[must_use]
    pub fn id(&self) -> ThreadId {
        let serial = u64::try_from(self.0.serial()).expect("an execution has few threads");
        ThreadId(NonZero::new(serial + 1).expect("one more than a number is not zero"))
    }

    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.0.name()
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut thread = f.debug_struct("Thread");
        thread.field("id", &self.id()).field("name", &self.name()).finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThreadId(NonZero<u64>);
