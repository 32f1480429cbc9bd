//! Stand-in for `crossbeam::atomic::AtomicCell`.
//!
//! Every operation acquires and releases. A step is taken first and acted out
//! right after it, before any other thread has a turn: so the learner's
//! `PartialEq` and destructors run outside of the engine.

use engine::{Access, Action, Object, Value};
use facts::Effect;
use std::cell::UnsafeCell;
use std::fmt;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

pub struct AtomicCell<T> {
    object: Object,
    value: UnsafeCell<T>,
}

// SAFETY: a model runs on one operating-system thread; values are handed from
// thread to thread.
unsafe impl<T: Send> Send for AtomicCell<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for AtomicCell<T> {}
impl<T> UnwindSafe for AtomicCell<T> {}
impl<T> RefUnwindSafe for AtomicCell<T> {}

impl<T> AtomicCell<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        Self {
            object: Object::new("AtomicCell", Location::caller()),
            value: UnsafeCell::new(value),
        }
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    #[must_use]
    pub const fn is_lock_free() -> bool {
        false
    }

    #[track_caller]
    pub fn store(&self, value: T) {
        self.step("store", Effect::Write, Some(&value), false);
        drop(self.replace(value));
    }

    #[track_caller]
    pub fn swap(&self, value: T) -> T {
        self.step("swap", Effect::ReadWrite, Some(&value), true);
        self.replace(value)
    }

    pub const fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    /// Until the thread's next step nobody else touches the value.
    #[track_caller]
    fn step(&self, op: &'static str, effect: Effect, argument: Option<&T>, shows: bool) {
        let access = if effect == Effect::Read { Access::Read } else { Access::Write };
        Action::new(op, effect, Location::caller()).on(&self.object, self, access).take(|turn| {
            turn.argument(argument.map_or(Value::NONE, |value| Value::of(value)));
            if shows {
                // SAFETY: nobody else touches the value meanwhile.
                turn.result(Value::of(unsafe { &*self.value.get() }));
            }
            turn.acquire();
            if effect != Effect::Read {
                turn.release();
            }
        });
    }

    fn replace(&self, value: T) -> T {
        // SAFETY: called within the thread's own step.
        unsafe { std::ptr::replace(self.value.get(), value) }
    }
}

impl<T: Default> AtomicCell<T> {
    #[track_caller]
    pub fn take(&self) -> T {
        let value = T::default();
        self.step("take", Effect::ReadWrite, None, true);
        self.replace(value)
    }
}

impl<T: Copy> AtomicCell<T> {
    #[track_caller]
    pub fn load(&self) -> T {
        self.step("load", Effect::Read, None, true);
        self.get()
    }

    fn get(&self) -> T {
        // SAFETY: called within the thread's own step.
        unsafe { *self.value.get() }
    }
}

impl<T: Copy + Eq> AtomicCell<T> {
    /// # Errors
    ///
    /// The value found, where it is not `current`.
    #[track_caller]
    pub fn compare_exchange(&self, current: T, new: T) -> Result<T, T> {
        self.step("compare_exchange", Effect::ReadWrite, Some(&new), true);
        let found = self.get();
        if found == current {
            self.replace(new);
            Ok(found)
        } else {
            Err(found)
        }
    }

    /// # Errors
    ///
    /// The value found, where `f` returns `None` for it.
    #[track_caller]
    pub fn fetch_update<F>(&self, mut f: F) -> Result<T, T>
    where
        F: FnMut(T) -> Option<T>,
    {
        let mut current = self.load();
        while let Some(next) = f(current) {
            match self.compare_exchange(current, next) {
                Ok(before) => return Ok(before),
                Err(found) => current = found,
            }
        }
        Err(current)
    }
}

macro_rules! arithmetic {
    ($($ty:ty),*) => {$(
        impl AtomicCell<$ty> {
            arithmetic!(@ops $ty, fetch_add(a, b) a.wrapping_add(b), fetch_sub(a, b) a.wrapping_sub(b),
                fetch_and(a, b) a & b, fetch_nand(a, b) !(a & b), fetch_or(a, b) a | b,
                fetch_xor(a, b) a ^ b, fetch_max(a, b) a.max(b), fetch_min(a, b) a.min(b));
        }
    )*};
    (@ops $ty:ty, $($name:ident($a:ident, $b:ident) $result:expr),*) => {$(
        #[track_caller]
        pub fn $name(&self, $b: $ty) -> $ty {
            self.step(stringify!($name), Effect::ReadWrite, Some(&$b), true);
            let $a = self.get();
            self.replace($result)
        }
    )*};
}
arithmetic!(u8, i8, u16, i16, u32, i32, u64, i64, u128, i128, usize, isize);

impl AtomicCell<bool> {
    arithmetic!(@ops bool, fetch_and(a, b) a & b, fetch_nand(a, b) !(a & b), fetch_or(a, b) a | b, fetch_xor(a, b) a ^ b);
}

impl<T: Default> Default for AtomicCell<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for AtomicCell<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Copy + fmt::Debug> fmt::Debug for AtomicCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtomicCell").field("value", &self.get()).finish()
    }
}
