//! Stand-in for `std::thread_local!` and `LocalKey`: a value for each thread of
//! the model, gone with the thread.

use ::std::cell::{Cell, RefCell};
use ::std::error::Error;
use ::std::fmt;

pub struct LocalKey<T: 'static> {
    init: fn() -> T,
}

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn new(init: fn() -> T) -> Self {
        Self { init }
    }

    /// # Panics
    ///
    /// As std does, if the value's destructor has begun.
    #[track_caller]
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        match self.try_with(f) {
            Ok(result) => result,
            Err(error) => panic!("{GONE}: {error:?}"),
        }
    }

    /// # Errors
    ///
    /// If the value's destructor has begun.
    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        let key = ::std::ptr::from_ref(self).addr();
        let value = engine::try_thread_local(key, self.init).ok_or(AccessError)?;
        // SAFETY: the value is boxed and lives as long as its thread, which is
        // the one that runs `f`.
        Ok(f(unsafe { &*value }))
    }

    /// Replaces the value with one that was not there before: it is not
    /// initialised first.
    #[track_caller]
    fn put(&'static self, value: T, replace: impl FnOnce(&T, T)) {
        let key = ::std::ptr::from_ref(self).addr();
        let mut value = Some(value);
        let init = || value.take().expect("a value is made once");
        let Some(kept) = engine::try_thread_local(key, init) else {
            panic!("{GONE}: {AccessError:?}");
        };
        if let Some(value) = value {
            // SAFETY: as in `try_with`.
            replace(unsafe { &*kept }, value);
        }
    }
}

const GONE: &str = "cannot access a Thread Local Storage value during or after destruction";

/// Stand-in for `std::thread::AccessError`.
#[derive(Clone, Copy, Eq, PartialEq)]
#[non_exhaustive]
pub struct AccessError;

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        "already destroyed".fmt(f)
    }
}

impl Error for AccessError {}

impl<T: 'static> LocalKey<Cell<T>> {
    #[track_caller]
    pub fn set(&'static self, value: T) {
        self.put(Cell::new(value), |cell, value| cell.set(value.into_inner()));
    }

    #[track_caller]
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(Cell::get)
    }

    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(Cell::take)
    }

    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    #[track_caller]
    pub fn with_borrow<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.with(|cell| f(&cell.borrow()))
    }

    #[track_caller]
    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&mut T) -> R,
    {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    #[track_caller]
    pub fn set(&'static self, value: T) {
        self.put(RefCell::new(value), |cell, value| *cell.borrow_mut() = value.into_inner());
    }

    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(RefCell::take)
    }

    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

/// Stand-in for `std::thread_local!`, in both its forms.
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const $init:block $(; $($rest:tt)*)?) => {
        $(#[$attr])* $vis static $name: $crate::__local::LocalKey<$t> =
            $crate::__local::LocalKey::new(|| -> $t { const $init });
        $($crate::thread_local! { $($rest)* })?
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr $(; $($rest:tt)*)?) => {
        $(#[$attr])* $vis static $name: $crate::__local::LocalKey<$t> =
            $crate::__local::LocalKey::new(|| -> $t { $init });
        $($crate::thread_local! { $($rest)* })?
    };
}
