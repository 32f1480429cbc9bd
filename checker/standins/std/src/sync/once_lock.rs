//! Stand-in for `std::sync::OnceLock`.

use super::once::run;
use ::std::cell::UnsafeCell;
use ::std::convert::Infallible;
use ::std::fmt;
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use engine::Place;
use engine::once::{Once, State};

pub struct OnceLock<T> {
    once: Once,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: as for std's; the stand-in's own state is touched on one
// operating-system thread only.
unsafe impl<T: Send> Send for OnceLock<T> {}
// SAFETY: as above.
unsafe impl<T: Sync + Send> Sync for OnceLock<T> {}
impl<T: UnwindSafe> UnwindSafe for OnceLock<T> {}
impl<T: RefUnwindSafe + UnwindSafe> RefUnwindSafe for OnceLock<T> {}

impl<T> OnceLock<T> {
    #[must_use]
    #[track_caller]
    pub const fn new() -> Self {
        Self::named("OnceLock", Location::caller())
    }

    pub(super) const fn named(kind: &'static str, created: Place) -> Self {
        Self { once: Once::new(kind, created), value: UnsafeCell::new(None) }
    }

    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        self.get_within(self, Location::caller())
    }

    /// `whole` is the stand-in this lock is part of.
    pub(super) fn get_within<W: ?Sized>(&self, whole: &W, place: Place) -> Option<&T> {
        match self.once.look(whole, "get", place) {
            State::Done => Some(self.done()),
            _ => None,
        }
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut().as_mut()
    }

    #[track_caller]
    pub fn wait(&self) -> &T {
        self.once.wait(self, true, Location::caller());
        self.done()
    }

    /// # Errors
    ///
    /// The value, where there is one already.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.fill(self, "set", Location::caller(), || {
            Ok::<_, Infallible>(value.take().expect("it is called once"))
        })
        .ok();
        value.map_or(Ok(()), Err)
    }

    #[track_caller]
    pub fn get_or_init<F>(&self, f: F) -> &T
    where
        F: FnOnce() -> T,
    {
        self.init(self, "get_or_init", Location::caller(), f)
    }

    /// `whole` is the stand-in this lock is part of.
    pub(super) fn init<W: ?Sized>(
        &self,
        whole: &W,
        op: &'static str,
        place: Place,
        f: impl FnOnce() -> T,
    ) -> &T {
        match self.fill(whole, op, place, || Ok::<_, Infallible>(f())) {
            Ok(value) => value,
        }
    }

    /// Where `f` fails or panics, the lock stays empty.
    fn fill<W: ?Sized, E>(
        &self,
        whole: &W,
        op: &'static str,
        place: Place,
        f: impl FnOnce() -> Result<T, E>,
    ) -> Result<&T, E> {
        if self.once.begin(whole, op, true, place) != State::Done {
            run(&self.once, whole, op, State::New, place, || {
                let value = f()?;
                // SAFETY: whoever began is alone with the value.
                unsafe { *self.value.get() = Some(value) };
                Ok(())
            })?;
        }
        Ok(self.done())
    }

    fn done(&self) -> &T {
        // SAFETY: once it is there, the value changes with exclusive access only.
        unsafe { (*self.value.get()).as_ref() }.expect("it is done")
    }

    /// The value, where it can be seen without anybody noticing.
    pub(super) fn peek(&self) -> Option<&T> {
        (self.once.state() == State::Done).then(|| self.done())
    }

    #[must_use]
    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    pub fn take(&mut self) -> Option<T> {
        self.once.set(State::New);
        self.value.get_mut().take()
    }
}

impl<T> Default for OnceLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl<T> From<T> for OnceLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        let once = Once::in_state(State::Done, "OnceLock", Location::caller());
        Self { once, value: UnsafeCell::new(Some(value)) }
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        self.get().map_or_else(Self::new, |value| Self::from(value.clone()))
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    #[track_caller]
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lock = f.debug_tuple("OnceLock");
        match self.peek() {
            Some(value) => lock.field(value),
            None => lock.field(&format_args!("<uninit>")),
        };
        lock.finish()
    }
}
