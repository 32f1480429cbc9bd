//! Cells for the state of stand-ins.
//!
//! Several threads of a model use them with nothing but turns in between. A
//! stand-in's generic code is compiled into the learner's crate, where every
//! access to memory is watched; these cells say that the access is not the
//! learner's, and so does a borrow for as long as it lasts.

use crate::memory::{Quiet, quiet};
use std::cell;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;
use std::sync::Arc;

/// As `std::cell::Cell`.
#[derive(Default)]
pub struct Cell<T>(cell::Cell<T>);

impl<T> Cell<T> {
    pub const fn new(value: T) -> Self {
        Self(cell::Cell::new(value))
    }

    pub fn set(&self, value: T) {
        quiet(|| self.0.set(value));
    }

    pub fn replace(&self, value: T) -> T {
        quiet(|| self.0.replace(value))
    }

    pub fn get(&self) -> T
    where
        T: Copy,
    {
        quiet(|| self.0.get())
    }

    pub fn take(&self) -> T
    where
        T: Default,
    {
        quiet(|| self.0.take())
    }

    pub fn into_inner(self) -> T {
        quiet(|| self.0.into_inner())
    }
}

impl<T: Copy + fmt::Debug> fmt::Debug for Cell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

/// As `std::cell::RefCell`.
#[derive(Default, Debug)]
pub struct RefCell<T: ?Sized>(cell::RefCell<T>);

pub struct Ref<'a, T: ?Sized> {
    value: cell::Ref<'a, T>,
    _quiet: Quiet,
}

pub struct RefMut<'a, T: ?Sized> {
    value: cell::RefMut<'a, T>,
    _quiet: Quiet,
}

impl<T> RefCell<T> {
    pub const fn new(value: T) -> Self {
        Self(cell::RefCell::new(value))
    }

    pub fn replace(&self, value: T) -> T {
        quiet(|| self.0.replace(value))
    }

    pub fn take(&self) -> T
    where
        T: Default,
    {
        quiet(|| self.0.take())
    }

    pub fn into_inner(self) -> T {
        quiet(|| self.0.into_inner())
    }
}

impl<T: ?Sized> RefCell<T> {
    /// Exclusive access; what is done with it is the caller's doing.
    pub fn get_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }

    /// # Panics
    ///
    /// If it is borrowed exclusively.
    pub fn borrow(&self) -> Ref<'_, T> {
        let quiet = Quiet::new();
        Ref { value: self.0.borrow(), _quiet: quiet }
    }

    /// # Panics
    ///
    /// If it is borrowed.
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        let quiet = Quiet::new();
        RefMut { value: self.0.borrow_mut(), _quiet: quiet }
    }
}

impl<T: ?Sized> Deref for Ref<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: ?Sized> Deref for RefMut<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: ?Sized> DerefMut for RefMut<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

/// An `Rc` of a stand-in's own: its counts are nobody's business either.
pub fn rc<T>(value: T) -> Rc<T> {
    quiet(|| Rc::new(value))
}

/// As [`rc`].
pub fn arc<T>(value: T) -> Arc<T> {
    quiet(|| Arc::new(value))
}
