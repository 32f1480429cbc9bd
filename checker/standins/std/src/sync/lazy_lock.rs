//! Stand-in for `std::sync::LazyLock`.

use super::OnceLock;
use ::std::fmt;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use engine::Place;
use engine::cell::Cell;

pub struct LazyLock<T, F = fn() -> T> {
    value: OnceLock<T>,
    init: Cell<Option<F>>,
}

// SAFETY: as for std's; the stand-in's own state is touched on one
// operating-system thread only.
unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}
impl<T: RefUnwindSafe + UnwindSafe, F: UnwindSafe> RefUnwindSafe for LazyLock<T, F> {}
impl<T: UnwindSafe, F: UnwindSafe> UnwindSafe for LazyLock<T, F> {}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    #[track_caller]
    pub const fn new(f: F) -> Self {
        Self { value: OnceLock::named("LazyLock", Location::caller()), init: Cell::new(Some(f)) }
    }

    /// # Panics
    ///
    /// As std does, if the initialisation panicked.
    #[track_caller]
    pub fn force(this: &Self) -> &T {
        this.value("force", Location::caller())
    }

    /// # Panics
    ///
    /// As for [`force`](Self::force).
    #[track_caller]
    pub fn force_mut(this: &mut Self) -> &mut T {
        this.value("force_mut", Location::caller());
        this.value.get_mut().expect("it was just made")
    }

    fn value(&self, op: &'static str, place: Place) -> &T {
        self.value.init(self, op, place, || match self.init.take() {
            Some(f) => f(),
            None => panic!("LazyLock instance has previously been poisoned"),
        })
    }
}

impl<T, F> LazyLock<T, F> {
    #[track_caller]
    pub fn get(this: &Self) -> Option<&T> {
        this.value.get_within(this, Location::caller())
    }

    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        this.value.get_mut()
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        self.value("deref", Location::caller())
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        Self::force_mut(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lock = f.debug_tuple("LazyLock");
        match self.value.peek() {
            Some(value) => lock.field(value),
            None => lock.field(&format_args!("<uninit>")),
        };
        lock.finish()
    }
}
