//! Stand-in for `parking_lot::{RwLock, RecursiveRwLock}` and their guards.
//!
//! A thread that reads already and asks to `read` again is kept out for as
//! long as a writer waits; any other reader goes in past the writer. Fairness
//! is not modelled beyond that.

use crate::timeout;
use engine::shared::{Mode, Shared};
use engine::{Place, Value};
use standin_std::time::{Duration, Instant};
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

macro_rules! rwlock {
    ($lock:ident, $read_mode:expr, $read:ident, $upgradable:ident, $write:ident, $mapped_read:ident, $mapped_write:ident) => {
        pub struct $lock<T: ?Sized> {
            lock: Shared,
            value: UnsafeCell<T>,
        }

        // SAFETY: the lock lets readers or one writer at the value; the stand-in's
        // own state is touched on one operating-system thread only.
        unsafe impl<T: ?Sized + Send> Send for $lock<T> {}
        // SAFETY: as above.
        unsafe impl<T: ?Sized + Send + Sync> Sync for $lock<T> {}

        rwlock!(@guard $lock $read, $read_mode);
        rwlock!(@guard $lock $upgradable, Mode::Upgradable);
        rwlock!(@guard $lock $write, Mode::Write);
        rwlock!(@mutable $write);
        rwlock!(@mapped $mapped_read, $read_mode, &, from_ref);
        rwlock!(@mapped $mapped_write, Mode::Write, &mut, from_mut);
        rwlock!(@into_mapped $read => $mapped_read, &, from_ref);
        rwlock!(@into_mapped $write => $mapped_write, &mut, from_mut);

        impl<T: ?Sized> DerefMut for $mapped_write<'_, T> {
            fn deref_mut(&mut self) -> &mut T {
                // SAFETY: as for `deref`, and the guard is borrowed exclusively.
                unsafe { &mut *self.part }
            }
        }

        impl<T> $lock<T> {
            #[track_caller]
            pub const fn new(value: T) -> Self {
                let lock = Shared::new(stringify!($lock), Location::caller());
                Self { lock, value: UnsafeCell::new(value) }
            }

            pub fn into_inner(self) -> T {
                self.value.into_inner()
            }
        }

        impl<T: ?Sized> $lock<T> {
            rwlock!(@lock $read, $read_mode, read, try_read, try_read_for, try_read_until);
            rwlock!(@lock $write, Mode::Write, write, try_write, try_write_for, try_write_until);
            rwlock!(@lock $upgradable, Mode::Upgradable,
                upgradable_read, try_upgradable_read, try_upgradable_read_for, try_upgradable_read_until);

            #[track_caller]
            pub fn is_locked(&self) -> bool {
                self.lock.look(self, false, Location::caller())
            }

            #[track_caller]
            pub fn is_locked_exclusive(&self) -> bool {
                self.lock.look(self, true, Location::caller())
            }

            pub fn get_mut(&mut self) -> &mut T {
                self.value.get_mut()
            }

            pub const fn data_ptr(&self) -> *mut T {
                self.value.get()
            }

            fn lock_within(&self, op: &'static str, mode: Mode, timeout: Duration, place: Place) -> bool {
                let locked = self.lock.lock_or_time_passes(self, mode, op, place);
                timeout::note(!locked, timeout);
                locked
            }

            fn seen(&self) -> Value {
                // SAFETY: called by those who are inside, and nobody else runs meanwhile.
                Value::of(unsafe { &*self.value.get() })
            }
        }

        impl<'a, T: ?Sized> $write<'a, T> {
            #[track_caller]
            pub fn downgrade(this: Self) -> $read<'a, T> {
                let (lock, place) = (ManuallyDrop::new(this).lock, Location::caller());
                lock.lock.downgrade(lock, Mode::Write, $read_mode, place);
                $read { lock, place, not_send: PhantomData }
            }

            #[track_caller]
            pub fn downgrade_to_upgradable(this: Self) -> $upgradable<'a, T> {
                let (lock, place) = (ManuallyDrop::new(this).lock, Location::caller());
                lock.lock.downgrade(lock, Mode::Write, Mode::Upgradable, place);
                $upgradable { lock, place, not_send: PhantomData }
            }
        }

        impl<'a, T: ?Sized> $upgradable<'a, T> {
            #[track_caller]
            pub fn downgrade(this: Self) -> $read<'a, T> {
                let (lock, place) = (ManuallyDrop::new(this).lock, Location::caller());
                lock.lock.downgrade(lock, Mode::Upgradable, $read_mode, place);
                $read { lock, place, not_send: PhantomData }
            }

            #[track_caller]
            pub fn upgrade(this: Self) -> $write<'a, T> {
                let (lock, place) = (ManuallyDrop::new(this).lock, Location::caller());
                lock.lock.upgrade(lock, place);
                $write { lock, place, not_send: PhantomData }
            }

            /// # Errors
            ///
            /// The guard, where there are other readers.
            #[track_caller]
            pub fn try_upgrade(this: Self) -> Result<$write<'a, T>, Self> {
                let place = Location::caller();
                if !this.lock.lock.try_upgrade(this.lock, place) {
                    return Err(this);
                }
                Ok($write { lock: ManuallyDrop::new(this).lock, place, not_send: PhantomData })
            }

            #[track_caller]
            pub fn with_upgraded<R, F: FnOnce(&mut T) -> R>(&mut self, f: F) -> R {
                let place = Location::caller();
                self.lock.lock.upgrade(self.lock, place);
                let mut back = Back { lock: self.lock, place };
                return f(back.value());

                struct Back<'b, T: ?Sized> {
                    lock: &'b $lock<T>,
                    place: Place,
                }

                impl<T: ?Sized> Back<'_, T> {
                    fn value(&mut self) -> &mut T {
                        // SAFETY: this thread alone is inside until `self` is dropped.
                        unsafe { &mut *self.lock.value.get() }
                    }
                }

                impl<T: ?Sized> Drop for Back<'_, T> {
                    fn drop(&mut self) {
                        self.lock.lock.downgrade(self.lock, Mode::Write, Mode::Upgradable, self.place);
                    }
                }
            }
        }

        crate::mutex::show_guards!($read, $upgradable, $write, $mapped_read, $mapped_write);

        impl<T: Default> Default for $lock<T> {
            #[track_caller]
            fn default() -> Self {
                Self::new(T::default())
            }
        }

        impl<T> From<T> for $lock<T> {
            #[track_caller]
            fn from(value: T) -> Self {
                Self::new(value)
            }
        }

        /// Looks at the value without taking the lock, so that printing changes
        /// nothing in the model.
        impl<T: ?Sized + fmt::Debug> fmt::Debug for $lock<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut lock = f.debug_struct(stringify!($lock));
                if self.lock.is_held_exclusively() {
                    lock.field("data", &format_args!("<locked>"));
                } else {
                    // SAFETY: no writer is inside, and nobody else runs meanwhile.
                    lock.field("data", &unsafe { &*self.value.get() });
                }
                lock.finish()
            }
        }
    };
    (@lock $guard:ident, $mode:expr, $lock:ident, $try:ident, $within:ident, $until:ident) => {
        #[track_caller]
        pub fn $lock(&self) -> $guard<'_, T> {
            let place = Location::caller();
            self.lock.lock(self, $mode, || self.seen(), place);
            $guard { lock: self, place, not_send: PhantomData }
        }

        #[track_caller]
        pub fn $try(&self) -> Option<$guard<'_, T>> {
            let place = Location::caller();
            let locked = self.lock.try_lock(self, $mode, place);
            locked.then(|| $guard { lock: self, place, not_send: PhantomData })
        }

        #[track_caller]
        pub fn $within(&self, timeout: Duration) -> Option<$guard<'_, T>> {
            let place = Location::caller();
            let locked = self.lock_within(stringify!($within), $mode, timeout, place);
            locked.then(|| $guard { lock: self, place, not_send: PhantomData })
        }

        #[track_caller]
        pub fn $until(&self, deadline: Instant) -> Option<$guard<'_, T>> {
            let place = Location::caller();
            let locked = self.lock_within(stringify!($until), $mode, timeout::until(deadline), place);
            locked.then(|| $guard { lock: self, place, not_send: PhantomData })
        }
    };
    (@guard $lock:ident $guard:ident, $mode:expr) => {
        #[must_use = "if unused the RwLock will immediately unlock"]
        #[clippy::has_significant_drop]
        pub struct $guard<'a, T: ?Sized> {
            lock: &'a $lock<T>,
            place: Place,
            /// As the original, without its feature `send_guard`.
            not_send: PhantomData<*mut ()>,
        }

        // SAFETY: as the original: a shared guard gives shared access only.
        unsafe impl<T: ?Sized + Send + Sync> Sync for $guard<'_, T> {}

        impl<'a, T: ?Sized> $guard<'a, T> {
            pub fn rwlock(this: &Self) -> &'a $lock<T> {
                this.lock
            }

            #[track_caller]
            pub fn unlocked<F, U>(this: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                struct LockAgain<'b, T: ?Sized>(&'b $lock<T>, Place);

                impl<T: ?Sized> Drop for LockAgain<'_, T> {
                    fn drop(&mut self) {
                        self.0.lock.lock(self.0, $mode, || self.0.seen(), self.1);
                    }
                }

                let place = Location::caller();
                this.lock.lock.unlock(this.lock, $mode, Value::NONE, place);
                let _again = LockAgain(this.lock, place);
                f()
            }

            pub fn unlock_fair(this: Self) {
                drop(this);
            }

            #[track_caller]
            pub fn bump(this: &mut Self) {
                Self::unlocked(this, || ());
            }
        }

        impl<T: ?Sized> Drop for $guard<'_, T> {
            fn drop(&mut self) {
                let left = if $mode == Mode::Write { self.lock.seen() } else { Value::NONE };
                self.lock.lock.unlock(self.lock, $mode, left, self.place);
            }
        }

        impl<T: ?Sized> Deref for $guard<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: the guard is proof that no other thread writes.
                unsafe { &*self.lock.value.get() }
            }
        }
    };
    (@mutable $guard:ident) => {
        impl<T: ?Sized> DerefMut for $guard<'_, T> {
            fn deref_mut(&mut self) -> &mut T {
                // SAFETY: as for `deref`, and the guard is borrowed exclusively.
                unsafe { &mut *self.lock.value.get() }
            }
        }
    };
    (@mapped $mapped:ident, $mode:expr, & $($mut:ident)?, $from:ident) => {
        #[must_use = "if unused the RwLock will immediately unlock"]
        #[clippy::has_significant_drop]
        pub struct $mapped<'a, T: ?Sized> {
            lock: &'a Shared,
            part: *mut T,
            place: Place,
            marker: PhantomData<&'a $($mut)? T>,
        }

        // SAFETY: as for the guard it was made of.
        unsafe impl<T: ?Sized + Sync> Sync for $mapped<'_, T> {}
        impl<T: ?Sized + RefUnwindSafe> UnwindSafe for $mapped<'_, T> {}
        impl<T: ?Sized + RefUnwindSafe> RefUnwindSafe for $mapped<'_, T> {}

        impl<'a, T: ?Sized> $mapped<'a, T> {
            pub fn map<U: ?Sized, F>(this: Self, f: F) -> $mapped<'a, U>
            where
                F: FnOnce(& $($mut)? T) -> & $($mut)? U,
            {
                let at = this.part;
                // SAFETY: the guard is proof of access.
                let part = std::ptr::$from(f(unsafe { & $($mut)? *at }));
                let this = ManuallyDrop::new(this);
                $mapped { lock: this.lock, part: part.cast_mut_too(), place: this.place, marker: PhantomData }
            }

            /// # Errors
            ///
            /// The guard, where `f` returns `None`.
            pub fn try_map<U: ?Sized, F>(this: Self, f: F) -> Result<$mapped<'a, U>, Self>
            where
                F: FnOnce(& $($mut)? T) -> Option<& $($mut)? U>,
            {
                // SAFETY: as for `map`.
                let Some(part) = f(unsafe { & $($mut)? *this.part }).map(std::ptr::$from) else { return Err(this) };
                let this = ManuallyDrop::new(this);
                Ok($mapped { lock: this.lock, part: part.cast_mut_too(), place: this.place, marker: PhantomData })
            }

            pub fn unlock_fair(this: Self) {
                drop(this);
            }
        }

        impl<T: ?Sized> Drop for $mapped<'_, T> {
            fn drop(&mut self) {
                let left = if $mode == Mode::Write { Value::of(&**self) } else { Value::NONE };
                self.lock.unlock(self.lock, $mode, left, self.place);
            }
        }

        impl<T: ?Sized> Deref for $mapped<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: the guard is proof that no other thread writes.
                unsafe { &*self.part }
            }
        }
    };
    (@into_mapped $guard:ident => $mapped:ident, & $($mut:ident)?, $from:ident) => {
        impl<'a, T: ?Sized> $guard<'a, T> {
            pub fn map<U: ?Sized, F>(this: Self, f: F) -> $mapped<'a, U>
            where
                F: FnOnce(& $($mut)? T) -> & $($mut)? U,
            {
                // SAFETY: the guard is proof of access.
                let part = std::ptr::$from(f(unsafe { & $($mut)? *this.lock.value.get() }));
                let guard = ManuallyDrop::new(this);
                $mapped { lock: &guard.lock.lock, part: part.cast_mut_too(), place: guard.place, marker: PhantomData }
            }

            /// # Errors
            ///
            /// The guard, where `f` returns `None`.
            pub fn try_map<U: ?Sized, F>(this: Self, f: F) -> Result<$mapped<'a, U>, Self>
            where
                F: FnOnce(& $($mut)? T) -> Option<& $($mut)? U>,
            {
                // SAFETY: as for `map`.
                let part = f(unsafe { & $($mut)? *this.lock.value.get() }).map(std::ptr::$from);
                let Some(part) = part else { return Err(this) };
                let guard = ManuallyDrop::new(this);
                Ok($mapped { lock: &guard.lock.lock, part: part.cast_mut_too(), place: guard.place, marker: PhantomData })
            }
        }
    };
}

/// A guard's pointer is kept as `*mut` whatever it may be used for.
trait CastMutToo<T: ?Sized> {
    fn cast_mut_too(self) -> *mut T;
}

impl<T: ?Sized> CastMutToo<T> for *const T {
    fn cast_mut_too(self) -> *mut T {
        self.cast_mut()
    }
}

impl<T: ?Sized> CastMutToo<T> for *mut T {
    fn cast_mut_too(self) -> *mut T {
        self
    }
}

rwlock!(
    RwLock,
    Mode::Read,
    RwLockReadGuard,
    RwLockUpgradableReadGuard,
    RwLockWriteGuard,
    MappedRwLockReadGuard,
    MappedRwLockWriteGuard
);
rwlock!(
    RecursiveRwLock,
    Mode::Recursive,
    RecursiveRwLockReadGuard,
    RecursiveRwLockUpgradableReadGuard,
    RecursiveRwLockWriteGuard,
    MappedRecursiveRwLockReadGuard,
    MappedRecursiveRwLockWriteGuard
);
