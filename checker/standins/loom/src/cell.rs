//! Stand-in for `loom::cell`: what is done through the pointers is watched as
//! any other plain access, so a pointer counts as an access where it is used.

pub use standin_std::cell::Cell;

use standin_std::cell;

#[derive(Debug)]
pub struct UnsafeCell<T: ?Sized>(cell::UnsafeCell<T>);

/// A pointer to look through.
#[derive(Debug)]
pub struct ConstPtr<T: ?Sized>(*const T);

/// A pointer to write through.
#[derive(Debug)]
pub struct MutPtr<T: ?Sized>(*mut T);

impl<T> UnsafeCell<T> {
    pub const fn new(value: T) -> Self {
        Self(cell::UnsafeCell::new(value))
    }

    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T: ?Sized> UnsafeCell<T> {
    pub fn with<F, R>(&self, f: F) -> R
    where
        F: FnOnce(*const T) -> R,
    {
        f(self.0.get())
    }

    pub fn with_mut<F, R>(&self, f: F) -> R
    where
        F: FnOnce(*mut T) -> R,
    {
        f(self.0.get())
    }

    pub fn get(&self) -> ConstPtr<T> {
        ConstPtr(self.0.get())
    }

    pub fn get_mut(&self) -> MutPtr<T> {
        MutPtr(self.0.get())
    }
}

impl<T: Default> Default for UnsafeCell<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for UnsafeCell<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized> ConstPtr<T> {
    /// # Safety
    ///
    /// As for a `*const T`.
    pub unsafe fn deref(&self) -> &T {
        // SAFETY: the caller's to keep.
        unsafe { &*self.0 }
    }

    pub fn with<F, R>(&self, f: F) -> R
    where
        F: FnOnce(*const T) -> R,
    {
        f(self.0)
    }
}

impl<T: ?Sized> MutPtr<T> {
    /// # Safety
    ///
    /// As for a `*mut T`.
    #[expect(clippy::mut_from_ref, reason = "it stands for a raw pointer")]
    pub unsafe fn deref(&self) -> &mut T {
        // SAFETY: the caller's to keep.
        unsafe { &mut *self.0 }
    }

    pub fn with<F, R>(&self, f: F) -> R
    where
        F: FnOnce(*mut T) -> R,
    {
        f(self.0)
    }
}
