//! As `std::sync::{Once, OnceLock}`: whoever waits for another's closure waits.

use ::std::cell::Cell;
use ::std::fmt;
use ::std::sync::OnceState;
use recorder::{Reason, Waiting, waits};

/// Calls `once` with a flag to set where the calling thread does the work
/// itself: then it did not wait.
fn unless_done_here<R>(waiting: Waiting, once: impl FnOnce(&Cell<bool>) -> R) -> R {
    let here = Cell::new(false);
    let result = once(&here);
    if here.get() {
        waiting.forget();
    }
    result
}

pub struct Once(::std::sync::Once);

#[expect(clippy::declare_interior_mutable_const, reason = "as std does")]
#[deprecated = "use `Once::new()` instead"]
pub const ONCE_INIT: Once = Once::new();

impl Once {
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    #[must_use]
    pub const fn new() -> Self {
        Self(::std::sync::Once::new())
    }

    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        if self.0.is_completed() {
            return;
        }
        unless_done_here(waits(Reason::Once), |here| {
            self.0.call_once(|| {
                here.set(true);
                f();
            });
        });
    }

    #[track_caller]
    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        if self.0.is_completed() {
            return;
        }
        unless_done_here(waits(Reason::Once), |here| {
            self.0.call_once_force(|state| {
                here.set(true);
                f(state);
            });
        });
    }

    pub fn is_completed(&self) -> bool {
        self.0.is_completed()
    }

    #[track_caller]
    pub fn wait(&self) {
        if !self.0.is_completed() {
            let _waiting = waits(Reason::Once);
            self.0.wait();
        }
    }

    #[track_caller]
    pub fn wait_force(&self) {
        if !self.0.is_completed() {
            let _waiting = waits(Reason::Once);
            self.0.wait_force();
        }
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Clone, PartialEq, Eq)]
pub struct OnceLock<T>(::std::sync::OnceLock<T>);

impl<T> OnceLock<T> {
    #[must_use]
    pub const fn new() -> Self {
        Self(::std::sync::OnceLock::new())
    }

    pub fn get(&self) -> Option<&T> {
        self.0.get()
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.0.get_mut()
    }

    #[track_caller]
    pub fn wait(&self) -> &T {
        match self.0.get() {
            Some(value) => value,
            None => {
                let _waiting = waits(Reason::Once);
                self.0.wait()
            }
        }
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let _waiting = waits(Reason::Once);
        self.0.set(value)
    }

    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        if let Some(value) = self.0.get() {
            return value;
        }
        unless_done_here(waits(Reason::Once), |here| {
            self.0.get_or_init(|| {
                here.set(true);
                f()
            })
        })
    }

    pub fn into_inner(self) -> Option<T> {
        self.0.into_inner()
    }

    pub fn take(&mut self) -> Option<T> {
        self.0.take()
    }
}

impl<T> Default for OnceLock<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> Self {
        Self(value.into())
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
