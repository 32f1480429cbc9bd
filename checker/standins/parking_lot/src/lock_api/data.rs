//! What guards have in common: mapping, what a mapped one points at, printing.

use std::ptr::NonNull;

/// Data that a guard lets its owner read.
pub struct SharedData<T: ?Sized>(NonNull<T>);

impl<T: ?Sized> SharedData<T> {
    pub fn new(data: &T) -> Self {
        Self(NonNull::from(data))
    }

    /// # Safety
    ///
    /// The lock is held.
    pub unsafe fn get<'a>(&self) -> &'a T {
        // SAFETY: the caller sees to it.
        unsafe { self.0.as_ref() }
    }
}

// SAFETY: it gives shared access only.
unsafe impl<T: ?Sized + Sync> Send for SharedData<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Sync> Sync for SharedData<T> {}

/// Data that a guard lets its owner change.
pub struct ExclusiveData<T: ?Sized>(*mut T);

impl<T: ?Sized> ExclusiveData<T> {
    pub fn new(data: &mut T) -> Self {
        Self(data)
    }

    /// # Safety
    ///
    /// The lock is held, and nobody else has the data from here.
    pub unsafe fn get<'a>(&self) -> &'a mut T {
        // SAFETY: the caller sees to it.
        unsafe { &mut *self.0 }
    }
}

// SAFETY: with it goes exclusive access.
unsafe impl<T: ?Sized + Send> Send for ExclusiveData<T> {}
// SAFETY: shared, it gives shared access only.
unsafe impl<T: ?Sized + Sync> Sync for ExclusiveData<T> {}

/// A guard becomes one of a part of what it guards. `mapped` of its own does it.
macro_rules! maps {
    ($guard:ident <$life:lifetime, $($param:ident: $bound:path),*> => $mapped:ident,
        $data:ident, & $($mut:ident)?) => {
        impl<$life, $($param: $bound,)* T: ?Sized> $guard<$life, $($param,)* T> {
            pub fn map<U: ?Sized, F>(s: Self, f: F) -> $mapped<$life, $($param,)* U>
            where
                F: FnOnce(& $($mut)? T) -> & $($mut)? U,
            {
                let map = |data: & $($mut)? T| Ok::<_, ()>($data::new(f(data)));
                Self::mapped(s, map).unwrap_or_else(|_| unreachable!("it is never refused"))
            }

            /// # Errors
            ///
            /// The guard, where `f` returns `None`.
            pub fn try_map<U: ?Sized, F>(
                s: Self,
                f: F,
            ) -> Result<$mapped<$life, $($param,)* U>, Self>
            where
                F: FnOnce(& $($mut)? T) -> Option<& $($mut)? U>,
            {
                Self::mapped(s, |data| f(data).map($data::new).ok_or(())).map_err(|(s, ())| s)
            }

            /// # Errors
            ///
            /// The guard and the error that `f` returns.
            pub fn try_map_or_err<U: ?Sized, F, E>(
                s: Self,
                f: F,
            ) -> Result<$mapped<$life, $($param,)* U>, (Self, E)>
            where
                F: FnOnce(& $($mut)? T) -> Result<& $($mut)? U, E>,
            {
                Self::mapped(s, |data| f(data).map($data::new))
            }
        }
    };
}
pub(super) use maps;

/// Guards print what they guard.
macro_rules! show_guard {
    ($guard:ident <$($life:lifetime,)? $($param:ident: $bound:path),*>) => {
        impl<$($life,)? $($param: $bound,)* T: ?Sized + std::fmt::Debug> std::fmt::Debug
            for $guard<$($life,)? $($param,)* T>
        {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                (**self).fmt(f)
            }
        }

        impl<$($life,)? $($param: $bound,)* T: ?Sized + std::fmt::Display> std::fmt::Display
            for $guard<$($life,)? $($param,)* T>
        {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                (**self).fmt(f)
            }
        }
    };
}
pub(super) use show_guard;

/// Runs a function when it is dropped: however the code before it ends.
pub struct Finally<F: FnMut()>(pub F);

impl<F: FnMut()> Drop for Finally<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}
