//! Stand-in for `parking_lot::{Mutex, FairMutex}` and their guards.
//!
//! Fairness is not modelled: every waiting thread may be the next.

use crate::timeout;
use engine::lock::Exclusive;
use engine::{Place, Value};
use standin_std::time::{Duration, Instant};
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

macro_rules! mutex {
    ($mutex:ident, $guard:ident, $mapped:ident) => {
        pub struct $mutex<T: ?Sized> {
            pub(crate) lock: Exclusive,
            value: UnsafeCell<T>,
        }

        // SAFETY: the lock lets one thread at a time at the value; the stand-in's
        // own state is touched on one operating-system thread only.
        unsafe impl<T: ?Sized + Send> Send for $mutex<T> {}
        // SAFETY: as above.
        unsafe impl<T: ?Sized + Send> Sync for $mutex<T> {}

        #[must_use = "if unused the Mutex will immediately unlock"]
        #[clippy::has_significant_drop]
        pub struct $guard<'a, T: ?Sized> {
            pub(crate) mutex: &'a $mutex<T>,
            place: Place,
            /// As the original, without its feature `send_guard`.
            not_send: PhantomData<*mut ()>,
        }

        // SAFETY: as the original: a shared guard gives shared access only.
        unsafe impl<T: ?Sized + Send + Sync> Sync for $guard<'_, T> {}

        #[must_use = "if unused the Mutex will immediately unlock"]
        #[clippy::has_significant_drop]
        pub struct $mapped<'a, T: ?Sized> {
            lock: &'a Exclusive,
            part: *mut T,
            place: Place,
            marker: PhantomData<&'a mut T>,
        }

        // SAFETY: as for the guard it was made of.
        unsafe impl<T: ?Sized + Sync> Sync for $mapped<'_, T> {}
        impl<T: ?Sized + RefUnwindSafe> UnwindSafe for $mapped<'_, T> {}
        impl<T: ?Sized + RefUnwindSafe> RefUnwindSafe for $mapped<'_, T> {}

        impl<T> $mutex<T> {
            #[track_caller]
            pub const fn new(value: T) -> Self {
                let lock = Exclusive::new(stringify!($mutex), Location::caller());
                Self { lock, value: UnsafeCell::new(value) }
            }

            pub fn into_inner(self) -> T {
                self.value.into_inner()
            }
        }

        impl<T: ?Sized> $mutex<T> {
            #[track_caller]
            pub fn lock(&self) -> $guard<'_, T> {
                let place = Location::caller();
                self.lock.lock(self, || self.seen(), place);
                self.guard(place)
            }

            #[track_caller]
            pub fn try_lock(&self) -> Option<$guard<'_, T>> {
                let place = Location::caller();
                self.lock.try_lock(self, place).then(|| self.guard(place))
            }

            #[track_caller]
            pub fn try_lock_for(&self, timeout: Duration) -> Option<$guard<'_, T>> {
                self.lock_within("try_lock_for", timeout, Location::caller())
            }

            #[track_caller]
            pub fn try_lock_until(&self, deadline: Instant) -> Option<$guard<'_, T>> {
                self.lock_within("try_lock_until", timeout::until(deadline), Location::caller())
            }

            fn lock_within(
                &self,
                op: &'static str,
                timeout: Duration,
                place: Place,
            ) -> Option<$guard<'_, T>> {
                let locked = self.lock.lock_or_time_passes(self, op, place);
                timeout::note(!locked, timeout);
                locked.then(|| self.guard(place))
            }

            #[track_caller]
            pub fn is_locked(&self) -> bool {
                self.lock.look(self, Location::caller())
            }

            pub fn get_mut(&mut self) -> &mut T {
                self.value.get_mut()
            }

            pub const fn data_ptr(&self) -> *mut T {
                self.value.get()
            }

            pub(crate) fn guard(&self, place: Place) -> $guard<'_, T> {
                $guard { mutex: self, place, not_send: PhantomData }
            }

            pub(crate) fn seen(&self) -> Value {
                // SAFETY: called by whoever holds the lock.
                Value::of(unsafe { &*self.value.get() })
            }
        }

        impl<'a, T: ?Sized> $guard<'a, T> {
            pub fn mutex(this: &Self) -> &'a $mutex<T> {
                this.mutex
            }

            pub fn map<U: ?Sized, F>(this: Self, f: F) -> $mapped<'a, U>
            where
                F: FnOnce(&mut T) -> &mut U,
            {
                Self::mapped(this, |value| Ok::<_, ()>(f(value)))
                    .unwrap_or_else(|_| unreachable!("it is never refused"))
            }

            /// # Errors
            ///
            /// The guard, where `f` returns `None`.
            pub fn try_map<U: ?Sized, F>(this: Self, f: F) -> Result<$mapped<'a, U>, Self>
            where
                F: FnOnce(&mut T) -> Option<&mut U>,
            {
                Self::mapped(this, |value| f(value).ok_or(())).map_err(|(this, ())| this)
            }

            /// # Errors
            ///
            /// The guard and the error that `f` returns.
            pub fn try_map_or_err<U: ?Sized, F, E>(
                this: Self,
                f: F,
            ) -> Result<$mapped<'a, U>, (Self, E)>
            where
                F: FnOnce(&mut T) -> Result<&mut U, E>,
            {
                Self::mapped(this, f)
            }

            fn mapped<U: ?Sized, E>(
                this: Self,
                f: impl FnOnce(&mut T) -> Result<&mut U, E>,
            ) -> Result<$mapped<'a, U>, (Self, E)> {
                // SAFETY: the guard is proof that this thread holds the lock.
                match f(unsafe { &mut *this.mutex.value.get() }) {
                    Ok(part) => {
                        let (part, guard) = (std::ptr::from_mut(part), ManuallyDrop::new(this));
                        Ok($mapped {
                            lock: &guard.mutex.lock,
                            part,
                            place: guard.place,
                            marker: PhantomData,
                        })
                    }
                    Err(error) => Err((this, error)),
                }
            }

            #[track_caller]
            pub fn unlocked<F, U>(this: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                struct LockAgain<'b, T: ?Sized>(&'b $mutex<T>, Place);

                impl<T: ?Sized> Drop for LockAgain<'_, T> {
                    fn drop(&mut self) {
                        self.0.lock.lock(self.0, || self.0.seen(), self.1);
                    }
                }

                let place = Location::caller();
                this.mutex.lock.unlock(this.mutex, this.mutex.seen(), place);
                let _again = LockAgain(this.mutex, place);
                f()
            }

            pub fn leak(this: Self) -> &'a mut T {
                let guard = ManuallyDrop::new(this);
                // SAFETY: the lock is never given back.
                unsafe { &mut *guard.mutex.value.get() }
            }

            pub fn unlock_fair(this: Self) {
                drop(this);
            }

            #[track_caller]
            pub fn unlocked_fair<F, U>(this: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                Self::unlocked(this, f)
            }

            #[track_caller]
            pub fn bump(this: &mut Self) {
                Self::unlocked(this, || ());
            }
        }

        impl<T: ?Sized> Drop for $guard<'_, T> {
            fn drop(&mut self) {
                self.mutex.lock.unlock(self.mutex, self.mutex.seen(), self.place);
            }
        }

        impl<T: ?Sized> Deref for $guard<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: the guard is proof that this thread holds the lock.
                unsafe { &*self.mutex.value.get() }
            }
        }

        impl<T: ?Sized> DerefMut for $guard<'_, T> {
            fn deref_mut(&mut self) -> &mut T {
                // SAFETY: as for `deref`, and the guard is borrowed exclusively.
                unsafe { &mut *self.mutex.value.get() }
            }
        }

        impl<'a, T: ?Sized> $mapped<'a, T> {
            pub fn map<U: ?Sized, F>(this: Self, f: F) -> $mapped<'a, U>
            where
                F: FnOnce(&mut T) -> &mut U,
            {
                let at = this.part;
                // SAFETY: the guard is proof that this thread holds the lock.
                let part = std::ptr::from_mut(f(unsafe { &mut *at }));
                let this = ManuallyDrop::new(this);
                $mapped { lock: this.lock, part, place: this.place, marker: PhantomData }
            }

            /// # Errors
            ///
            /// The guard, where `f` returns `None`.
            pub fn try_map<U: ?Sized, F>(this: Self, f: F) -> Result<$mapped<'a, U>, Self>
            where
                F: FnOnce(&mut T) -> Option<&mut U>,
            {
                // SAFETY: as for `map`.
                match f(unsafe { &mut *this.part }).map(std::ptr::from_mut) {
                    None => Err(this),
                    Some(part) => {
                        let this = ManuallyDrop::new(this);
                        Ok($mapped {
                            lock: this.lock,
                            part,
                            place: this.place,
                            marker: PhantomData,
                        })
                    }
                }
            }

            pub fn unlock_fair(this: Self) {
                drop(this);
            }
        }

        impl<T: ?Sized> Drop for $mapped<'_, T> {
            fn drop(&mut self) {
                self.lock.unlock(self.lock, Value::of(&**self), self.place);
            }
        }

        impl<T: ?Sized> Deref for $mapped<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: the guard is proof that this thread holds the lock.
                unsafe { &*self.part }
            }
        }

        impl<T: ?Sized> DerefMut for $mapped<'_, T> {
            fn deref_mut(&mut self) -> &mut T {
                // SAFETY: as for `deref`, and the guard is borrowed exclusively.
                unsafe { &mut *self.part }
            }
        }

        crate::mutex::show_guards!($guard, $mapped);

        impl<T: Default> Default for $mutex<T> {
            #[track_caller]
            fn default() -> Self {
                Self::new(T::default())
            }
        }

        impl<T> From<T> for $mutex<T> {
            #[track_caller]
            fn from(value: T) -> Self {
                Self::new(value)
            }
        }

        /// Looks at the value without taking the lock, so that printing changes
        /// nothing in the model.
        impl<T: ?Sized + fmt::Debug> fmt::Debug for $mutex<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut mutex = f.debug_struct(stringify!($mutex));
                if self.lock.is_held() {
                    mutex.field("data", &format_args!("<locked>"));
                } else {
                    // SAFETY: nobody holds the lock, and nobody else runs meanwhile.
                    mutex.field("data", &unsafe { &*self.value.get() });
                }
                mutex.finish()
            }
        }
    };
}

/// Guards print what they guard.
macro_rules! show_guards {
    ($($guard:ident),*) => {$(
        impl<T: ?Sized + std::fmt::Debug> std::fmt::Debug for $guard<'_, T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                (**self).fmt(f)
            }
        }

        impl<T: ?Sized + std::fmt::Display> std::fmt::Display for $guard<'_, T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                (**self).fmt(f)
            }
        }
    )*};
}
pub(crate) use show_guards;

mutex!(Mutex, MutexGuard, MappedMutexGuard);
mutex!(FairMutex, FairMutexGuard, MappedFairMutexGuard);
