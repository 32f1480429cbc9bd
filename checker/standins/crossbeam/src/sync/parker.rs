//! Stand-in for `crossbeam::sync::{Parker, Unparker}`.

use engine::cell::Cell;
use engine::{Access, Action, Object, Place};
use facts::Effect;
use standin_std::time::{self, Duration, Instant};
use std::fmt;
use std::marker::PhantomData;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::rc::Rc;

/// What an unparker gives and the parker takes.
struct Token {
    object: Object,
    given: Cell<bool>,
}

pub struct Parker {
    unparker: Unparker,
    not_sync: PhantomData<*const ()>,
}

pub struct Unparker(Rc<Token>);

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Parker {}
// SAFETY: as above.
unsafe impl Send for Unparker {}
// SAFETY: as above.
unsafe impl Sync for Unparker {}
impl UnwindSafe for Parker {}
impl RefUnwindSafe for Parker {}
impl UnwindSafe for Unparker {}
impl RefUnwindSafe for Unparker {}

impl Parker {
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        let token =
            Token { object: Object::new("Parker", Location::caller()), given: Cell::new(false) };
        Self { unparker: Unparker(engine::cell::rc(token)), not_sync: PhantomData }
    }

    #[track_caller]
    pub fn park(&self) {
        self.wait("park", None, Location::caller());
    }

    #[track_caller]
    pub fn park_timeout(&self, timeout: Duration) {
        self.wait("park_timeout", Some(timeout), Location::caller());
    }

    #[track_caller]
    pub fn park_deadline(&self, deadline: Instant) {
        let timeout = deadline.saturating_duration_since(Instant::now());
        self.wait("park_deadline", Some(timeout), Location::caller());
    }

    #[must_use]
    pub fn unparker(&self) -> &Unparker {
        &self.unparker
    }

    #[must_use]
    pub fn into_raw(this: Self) -> *const () {
        Unparker::into_raw(this.unparker)
    }

    /// # Safety
    ///
    /// The pointer came from [`into_raw`](Self::into_raw), and this is the only
    /// parker made of it.
    #[must_use]
    pub unsafe fn from_raw(ptr: *const ()) -> Self {
        // SAFETY: as the caller says.
        Self { unparker: unsafe { Unparker::from_raw(ptr) }, not_sync: PhantomData }
    }

    fn wait(&self, op: &'static str, timeout: Option<Duration>, place: Place) {
        let token = &*self.unparker.0;
        let begins = Action::new(op, Effect::Wait, place).naming(&token.object, token);
        let early = timeout.is_some() && begins.runs_out_early();
        let ready = || early || token.given.get();
        let mut action = Action::new(op, Effect::Wait, place)
            .on(&token.object, token, Access::Write)
            .when(&ready);
        if timeout.is_some() {
            action = action.or_time_passes();
        }
        let given = action.take(|turn| {
            let given = token.given.replace(false);
            if given {
                turn.acquire();
            }
            turn.adversarial(early && !given);
            given
        });
        if !given {
            time::pass(timeout.unwrap_or_default());
        }
    }
}

impl Default for Parker {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl Unparker {
    #[track_caller]
    pub fn unpark(&self) {
        let token = &*self.0;
        let action = Action::new("unpark", Effect::Notify, Location::caller());
        action.on(&token.object, token, Access::Write).take(|turn| {
            turn.release();
            token.given.set(true);
        });
    }
}

impl Unparker {
    #[must_use]
    pub fn into_raw(this: Self) -> *const () {
        Rc::into_raw(this.0).cast()
    }

    /// # Safety
    ///
    /// The pointer came from [`into_raw`](Self::into_raw), and this is the only
    /// unparker made of it.
    #[must_use]
    pub unsafe fn from_raw(ptr: *const ()) -> Self {
        // SAFETY: as the caller says.
        Self(unsafe { Rc::from_raw(ptr.cast()) })
    }
}

impl Clone for Unparker {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl fmt::Debug for Parker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Parker { .. }")
    }
}

impl fmt::Debug for Unparker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Unparker { .. }")
    }
}
