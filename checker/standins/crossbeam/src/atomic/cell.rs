//! Stand-in for `crossbeam::atomic::AtomicCell`.
//!
//! Loads acquire, stores release, everything else does both: as documented, and
//! not in the single order of SeqCst operations. A load may return an old value.

use engine::history::History;
use engine::memory::quiet;
use engine::{Place, Value};
use std::cell::UnsafeCell;
use std::fmt;
use std::mem::{self, MaybeUninit};
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::ptr;

pub struct AtomicCell<T> {
    history: History,
    /// The newest value.
    value: UnsafeCell<T>,
    /// Copies of all values of the execution, for types that can be loaded.
    past: UnsafeCell<Vec<MaybeUninit<T>>>,
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
            history: History::new("AtomicCell", Location::caller()),
            value: UnsafeCell::new(value),
            past: UnsafeCell::new(Vec::new()),
        }
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    /// What the original answers on a machine of 64 bits.
    #[must_use]
    pub const fn is_lock_free() -> bool {
        let (size, align) = (size_of::<T>(), align_of::<T>());
        size == 0 || (size <= 8 && size.is_power_of_two() && align >= size)
    }

    #[track_caller]
    pub fn store(&self, value: T) {
        if mem::needs_drop::<T>() {
            drop(self.exchange("store", value, Location::caller()));
            return;
        }
        self.begin();
        let shown = Value::of(&value);
        self.history.store(shown, || mem::forget(self.put(value)), Location::caller());
    }

    #[track_caller]
    pub fn swap(&self, value: T) -> T {
        self.exchange("swap", value, Location::caller())
    }

    pub const fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    fn exchange(&self, op: &'static str, value: T, place: Place) -> T {
        self.begin();
        let argument = Value::of(&value);
        let decide = || (self.shown(), Some(value));
        let put = |value| (argument, self.put(value));
        let before = self.history.modify(op, argument, decide, put, place);
        before.expect("there is a value to put")
    }

    /// Begins the history with the value of now, in an execution's first use.
    fn begin(&self) {
        if self.history.begins(self, self.shown()) {
            // SAFETY: nothing is borrowed from the past for longer than a call.
            quiet(|| unsafe { (*self.past.get()).clear() });
            self.remember();
        }
    }

    fn remember(&self) {
        if !mem::needs_drop::<T>() {
            // SAFETY: as in `begin`; the copy is read only where `T` is `Copy`.
            quiet(|| unsafe {
                (*self.past.get()).push(self.value.get().cast::<MaybeUninit<T>>().read());
            });
        }
    }

    fn shown(&self) -> Value {
        // SAFETY: nobody changes the value meanwhile.
        quiet(|| Value::of(unsafe { &*self.value.get() }))
    }

    fn put(&self, value: T) -> T {
        // SAFETY: called within the thread's own step.
        let before = quiet(|| unsafe { ptr::replace(self.value.get(), value) });
        self.remember();
        before
    }
}

impl<T: Default> AtomicCell<T> {
    #[track_caller]
    pub fn take(&self) -> T {
        self.exchange("take", T::default(), Location::caller())
    }
}

impl<T: Copy> AtomicCell<T> {
    #[track_caller]
    pub fn load(&self) -> T {
        self.load_at(Location::caller())
    }

    fn load_at(&self, place: Place) -> T {
        self.begin();
        let shown = |at| Value::of(&self.at(at));
        self.at(self.history.load(shown, self.shown(), place))
    }

    fn at(&self, at: usize) -> T {
        // SAFETY: what can be copied is remembered from the first use on.
        quiet(|| unsafe { (&*self.past.get())[at].assume_init() })
    }

    pub(super) fn get(&self) -> T {
        // SAFETY: nobody changes the value meanwhile.
        quiet(|| unsafe { *self.value.get() })
    }

    pub(super) fn update(
        &self,
        op: &'static str,
        argument: T,
        f: impl FnOnce(T) -> T,
        place: Place,
    ) -> T {
        self.begin();
        let decide = || (self.shown(), Some(f(self.get())));
        let put = |value| {
            let shown = Value::of(&value);
            (shown, self.put(value))
        };
        let before = self.history.modify(op, Value::of(&argument), decide, put, place);
        before.expect("there is a value to put")
    }
}

impl<T: Copy + Eq> AtomicCell<T> {
    #[deprecated(note = "Use `compare_exchange` instead")]
    #[track_caller]
    pub fn compare_and_swap(&self, current: T, new: T) -> T {
        let (Ok(found) | Err(found)) = self.compare_exchange(current, new);
        found
    }

    /// # Errors
    ///
    /// The value found, where it is not `current`.
    #[track_caller]
    pub fn compare_exchange(&self, current: T, new: T) -> Result<T, T> {
        self.exchange_if("compare_exchange", current, new, Location::caller())
    }

    fn exchange_if(&self, op: &'static str, current: T, new: T, place: Place) -> Result<T, T> {
        self.begin();
        let argument = Value::of(&new);
        let mut found = current;
        let decide = || {
            found = self.get();
            (self.shown(), (found == current).then_some(new))
        };
        let put = |value| (argument, self.put(value));
        let replaced = self.history.modify(op, argument, decide, put, place);
        replaced.ok_or(found)
    }

    /// # Errors
    ///
    /// The value found, where `f` returns `None` for it.
    #[track_caller]
    pub fn fetch_update<F>(&self, mut f: F) -> Result<T, T>
    where
        F: FnMut(T) -> Option<T>,
    {
        let place = Location::caller();
        let mut current = self.load_at(place);
        while let Some(next) = f(current) {
            match self.exchange_if("fetch_update", current, next, place) {
                Ok(before) => return Ok(before),
                Err(found) => current = found,
            }
        }
        Err(current)
    }
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
