//! Stand-in for `std::sync::atomic`.
//!
//! An atomic's value lives in the engine and not at its address, so `as_ptr`
//! and `from_ptr` are not modelled, and it is larger than the original.

mod boolean;
mod integer;
mod legacy;
mod pointer;

pub use boolean::AtomicBool;
pub use integer::{
    AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32,
    AtomicU64, AtomicUsize,
};
#[expect(deprecated, reason = "as std does")]
pub use legacy::{ATOMIC_BOOL_INIT, ATOMIC_ISIZE_INIT, ATOMIC_USIZE_INIT, spin_loop_hint};
pub use pointer::AtomicPtr;

pub use ::std::sync::atomic::Ordering;

use ::std::panic::Location;

#[track_caller]
pub fn fence(order: Ordering) {
    engine::atomic::fence(order, Location::caller());
}

/// A compiler fence orders a thread with itself alone: in a model, nothing.
pub fn compiler_fence(order: Ordering) {
    ::std::sync::atomic::compiler_fence(order);
}

/// What all atomics can do.
macro_rules! atomic {
    (
        $(#[$doc:meta])* $name:ident$(<$param:ident>)?: $value:ty, $shape:expr,
        to_bits: $to:expr, from_bits: $from:expr
    ) => {
        $(#[$doc])*
        pub struct $name$(<$param>)? {
            object: Object,
            /// The value the atomic was created with, or was given exclusively.
            value: UnsafeCell<$value>,
        }

        // SAFETY: a model runs on one operating-system thread; every access
        // goes through the engine.
        unsafe impl$(<$param>)? Send for $name$(<$param>)? {}
        // SAFETY: as above.
        unsafe impl$(<$param>)? Sync for $name$(<$param>)? {}
        impl$(<$param>)? RefUnwindSafe for $name$(<$param>)? {}

        impl$(<$param>)? $name$(<$param>)? {
            #[must_use]
            #[track_caller]
            pub const fn new(value: $value) -> Self {
                let object = Object::new(stringify!($name), Location::caller());
                Self { object, value: UnsafeCell::new(value) }
            }

            fn cell(&self) -> Cell<'_, Self> {
                // SAFETY: written to with exclusive access only.
                let initial = ($to)(unsafe { *self.value.get() });
                Cell { object: &self.object, whole: self, initial, shape: $shape }
            }

            fn bits(value: $value) -> u64 {
                ($to)(value)
            }

            fn value(bits: u64) -> $value {
                ($from)(bits)
            }

            /// Not modelled: what is done through the pointer cannot be seen.
            pub fn as_ptr(&self) -> *mut $value {
                engine::cannot_model(concat!(stringify!($name), "::as_ptr"))
            }

            /// Not modelled: an atomic's value does not live in plain memory.
            ///
            /// # Safety
            ///
            /// As for std's.
            pub unsafe fn from_ptr<'a>(_: *mut $value) -> &'a Self {
                engine::cannot_model(concat!(stringify!($name), "::from_ptr"))
            }

            /// Exclusive access: nobody else can notice what is done through it.
            pub fn get_mut(&mut self) -> &mut $value {
                *self.value.get_mut() = Self::value(self.cell().newest());
                self.object.renew();
                self.value.get_mut()
            }

            #[must_use]
            pub fn into_inner(self) -> $value {
                Self::value(self.cell().newest())
            }

            #[track_caller]
            pub fn load(&self, order: Ordering) -> $value {
                Self::value(self.cell().load(order, Location::caller()))
            }

            #[track_caller]
            pub fn store(&self, value: $value, order: Ordering) {
                self.cell().store(Self::bits(value), order, Location::caller());
            }

            #[track_caller]
            pub fn swap(&self, value: $value, order: Ordering) -> $value {
                self.update_with("swap", order, value, |_| value)
            }

            /// # Errors
            ///
            /// The value found, where it is not `current`.
            #[track_caller]
            pub fn compare_exchange(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                self.exchange("compare_exchange", current, new, success, failure, false)
            }

            /// # Errors
            ///
            /// The value found; it may be `current`, for a spurious failure is
            /// among the adversaries.
            #[track_caller]
            pub fn compare_exchange_weak(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                self.exchange("compare_exchange_weak", current, new, success, failure, true)
            }

            /// # Errors
            ///
            /// The value found, where `f` returns `None` for it.
            #[track_caller]
            pub fn fetch_update<F>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: F,
            ) -> Result<$value, $value>
            where
                F: FnMut($value) -> Option<$value>,
            {
                self.try_update_at("fetch_update", set_order, fetch_order, f)
            }

            /// # Errors
            ///
            /// The value found, where `f` returns `None` for it.
            #[track_caller]
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut($value) -> Option<$value>,
            ) -> Result<$value, $value> {
                self.try_update_at("try_update", set_order, fetch_order, f)
            }

            #[track_caller]
            pub fn update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: impl FnMut($value) -> $value,
            ) -> $value {
                let f = |before| Some(f(before));
                match self.try_update_at("update", set_order, fetch_order, f) {
                    Ok(before) | Err(before) => before,
                }
            }

            #[track_caller]
            fn try_update_at(
                &self,
                op: &'static str,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: impl FnMut($value) -> Option<$value>,
            ) -> Result<$value, $value> {
                // A closure cannot be tracked: the steps are named after the call.
                let place = Location::caller();
                let mut before = Self::value(self.cell().load(fetch_order, place));
                while let Some(new) = f(before) {
                    let exchange = Exchange {
                        expected: Self::bits(before),
                        new: Self::bits(new),
                        success: set_order,
                        failure: fetch_order,
                        weak: true,
                    };
                    match self.cell().compare_exchange(op, exchange, place) {
                        Ok(before) => return Ok(Self::value(before)),
                        Err(found) => before = Self::value(found),
                    }
                }
                Err(before)
            }

            #[track_caller]
            pub(in crate::sync::atomic) fn exchange(
                &self,
                op: &'static str,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
                weak: bool,
            ) -> Result<$value, $value> {
                let (expected, new) = (Self::bits(current), Self::bits(new));
                let exchange = Exchange { expected, new, success, failure, weak };
                let result = self.cell().compare_exchange(op, exchange, Location::caller());
                result.map(Self::value).map_err(Self::value)
            }

            #[track_caller]
            fn update_with(
                &self,
                op: &'static str,
                order: Ordering,
                argument: $value,
                f: impl FnOnce($value) -> $value,
            ) -> $value {
                let argument = Some(Self::bits(argument));
                let f = |bits| Self::bits(f(Self::value(bits)));
                Self::value(self.cell().update(op, order, Location::caller(), argument, f))
            }

            fn now(&self) -> $value {
                Self::value(self.cell().newest())
            }
        }

        impl$(<$param>)? fmt::Debug for $name$(<$param>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.now().fmt(f)
            }
        }

        impl$(<$param>)? From<$value> for $name$(<$param>)? {
            #[track_caller]
            fn from(value: $value) -> Self {
                Self::new(value)
            }
        }
    };
}

use atomic;
