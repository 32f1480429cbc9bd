//! Stand-in for `crossbeam::epoch::{Collector, LocalHandle}` and the default
//! collector, which is a new one in every execution.

use super::Guard;
use super::garbage::{Global, Pin, Ready};
use engine::Place;
use engine::cell::{Cell, RefCell};
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

/// `None` for the default collector of the execution at hand.
pub struct Collector(Option<Rc<Global>>);

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Collector {}
// SAFETY: as above.
unsafe impl Sync for Collector {}

static DEFAULT: Collector = Collector(None);

/// A thread's part in a collector.
pub(super) struct Local {
    collector: Collector,
    global: Rc<Global>,
    guards: Cell<usize>,
    pin: RefCell<Option<Rc<Pin>>>,
}

pub struct LocalHandle(Rc<Local>);

#[must_use]
pub fn default_collector() -> &'static Collector {
    &DEFAULT
}

/// Pins the current thread.
#[track_caller]
#[must_use]
pub fn pin() -> Guard {
    let place = Location::caller();
    with_local(|local| Guard::new(local, place))
}

#[must_use]
pub fn is_pinned() -> bool {
    with_local(|local| local.is_pinned())
}

#[track_caller]
fn with_local<R>(f: impl FnOnce(&Rc<Local>) -> R) -> R {
    static KEY: u8 = 0;
    let handle = engine::thread_local((&raw const KEY).addr(), || DEFAULT.register());
    // SAFETY: boxed, and alive as long as the thread, which is the one running.
    f(unsafe { &(*handle).0 })
}

/// The default collector of this execution.
#[track_caller]
fn default_global() -> Rc<Global> {
    thread_local! {
        static CURRENT: RefCell<Option<Current>> = const { RefCell::new(None) };
    }
    let number = engine::execution_number();
    CURRENT.with(|current| {
        let current = &mut *current.borrow_mut();
        if let Some(Current { global, .. }) = current.as_ref().filter(|c| c.execution == number) {
            return Rc::clone(global);
        }
        let global = Global::new(Location::caller());
        *current = Some(Current { execution: number, global: Rc::clone(&global) });
        global
    })
}

/// The default collector of an execution. What it holds when that is over is
/// leaked, as at the end of a process.
struct Current {
    execution: u64,
    global: Rc<Global>,
}

impl Drop for Current {
    fn drop(&mut self) {
        self.global.abandon();
    }
}

impl Collector {
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        Self(Some(Global::new(Location::caller())))
    }

    #[must_use]
    #[track_caller]
    pub fn register(&self) -> LocalHandle {
        let global = self.0.clone().unwrap_or_else(default_global);
        let (guards, pin) = (Cell::new(0), RefCell::new(None));
        LocalHandle(engine::cell::rc(Local { collector: self.clone(), global, guards, pin }))
    }
}

impl Default for Collector {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl Clone for Collector {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl PartialEq for Collector {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(this), Some(other)) => Rc::ptr_eq(this, other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl Eq for Collector {}

impl fmt::Debug for Collector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Collector { .. }")
    }
}

impl LocalHandle {
    #[must_use]
    #[track_caller]
    pub fn pin(&self) -> Guard {
        Guard::new(&self.0, Location::caller())
    }

    #[must_use]
    pub fn is_pinned(&self) -> bool {
        self.0.is_pinned()
    }

    #[must_use]
    pub fn collector(&self) -> &Collector {
        &self.0.collector
    }
}

impl fmt::Debug for LocalHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("LocalHandle { .. }")
    }
}

impl Local {
    pub fn collector(&self) -> &Collector {
        &self.collector
    }

    fn is_pinned(&self) -> bool {
        self.guards.get() > 0
    }

    /// Only the first guard pins; others are free.
    pub fn enter(&self, place: Place) {
        self.guards.set(self.guards.get() + 1);
        if self.guards.get() == 1 {
            let pin = self.global.pin(place);
            *self.pin.borrow_mut() = Some(pin);
        }
    }

    pub fn leave(&self) {
        self.guards.set(self.guards.get() - 1);
        if self.guards.get() == 0 {
            let pin = self.pin.borrow_mut().take();
            self.global.unpin(&pin.expect("a guard was there")).run();
        }
    }

    /// Lets go of what is held up, where there is no other guard.
    pub fn repin(&self, place: Place) {
        if self.guards.get() == 1 {
            let pin = self.pin.borrow_mut().take();
            let ready = self.global.unpin(&pin.expect("a guard was there"));
            *self.pin.borrow_mut() = Some(self.global.pin(place));
            ready.run();
        }
    }

    pub fn defer(&self, op: &'static str, run: Box<dyn FnOnce()>, place: Place) {
        self.global.defer(op, run, place);
    }

    pub fn flush(&self, place: Place) -> Ready {
        self.global.flush(place)
    }
}

/// The thread ends, or has no use for the collector any more.
impl Drop for Local {
    fn drop(&mut self) {
        if engine::is_active() {
            self.global.flush(Location::caller()).run();
        }
    }
}
