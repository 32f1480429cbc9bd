//! Stand-in for `crossbeam::epoch::Guard`.

use super::collector::{Collector, Local};
use super::{Pointable, Shared};
use engine::Place;
use std::fmt;
use std::mem;
use std::panic::Location;
use std::rc::Rc;

/// `local` is `None` for the guard that does not protect.
pub struct Guard {
    local: Option<Rc<Local>>,
}

impl Guard {
    pub(super) fn new(local: &Rc<Local>, place: Place) -> Self {
        local.enter(place);
        Self { local: Some(Rc::clone(local)) }
    }

    #[track_caller]
    pub fn defer<F, R>(&self, f: F)
    where
        F: FnOnce() -> R,
        F: Send + 'static,
    {
        self.later("defer", move || drop(f()));
    }

    /// # Safety
    ///
    /// What `f` borrows lives until it runs, and it may run on any thread.
    #[track_caller]
    pub unsafe fn defer_unchecked<F, R>(&self, f: F)
    where
        F: FnOnce() -> R,
    {
        self.later("defer_unchecked", move || drop(f()));
    }

    /// # Safety
    ///
    /// Nobody finds the object any more who is not pinned already.
    #[track_caller]
    pub unsafe fn defer_destroy<T: ?Sized + Pointable>(&self, ptr: Shared<'_, T>) {
        // SAFETY: as the caller says.
        self.later("defer_destroy", move || drop(unsafe { ptr.into_owned() }));
    }

    #[track_caller]
    fn later(&self, op: &'static str, f: impl FnOnce()) {
        let Some(local) = &self.local else { return f() };
        let run: Box<dyn FnOnce() + '_> = Box::new(f);
        engine::memory::heap::hold(&raw const *run);
        // SAFETY: only the lifetime changes; the callers of the unchecked
        // functions promise what this takes.
        let run = unsafe { mem::transmute::<Box<dyn FnOnce() + '_>, Box<dyn FnOnce()>>(run) };
        local.defer(op, run, Location::caller());
    }

    #[track_caller]
    pub fn flush(&self) {
        if let Some(local) = &self.local {
            local.flush(Location::caller()).run();
        }
    }

    #[track_caller]
    pub fn repin(&mut self) {
        if let Some(local) = &self.local {
            local.repin(Location::caller());
        }
    }

    /// Runs `f` unpinned, unless there is another guard.
    #[track_caller]
    pub fn repin_after<F, R>(&mut self, f: F) -> R
    where
        F: FnOnce() -> R,
    {
        let _pinned_again = self.local.as_ref().map(|local| {
            local.leave();
            PinAgain(local, Location::caller())
        });
        f()
    }

    #[must_use]
    pub fn collector(&self) -> Option<&Collector> {
        self.local.as_ref().map(|local| local.collector())
    }
}

/// Pins again, also where the closure panicked.
struct PinAgain<'a>(&'a Rc<Local>, Place);

impl Drop for PinAgain<'_> {
    fn drop(&mut self) {
        self.0.enter(self.1);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(local) = &self.local {
            local.leave();
        }
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Guard { .. }")
    }
}

/// A guard that does not protect: what is deferred under it runs at once.
///
/// # Safety
///
/// Nobody else uses what is loaded under it.
#[must_use]
pub unsafe fn unprotected() -> &'static Guard {
    struct Shareable(Guard);
    // SAFETY: it has nothing to share.
    unsafe impl Sync for Shareable {}
    static UNPROTECTED: Shareable = Shareable(Guard { local: None });
    &UNPROTECTED.0
}
