//! What a raw lock is told by the lock around it. It has no part in what the
//! lock does; it is what a trace shows.

use engine::cell::Cell;
use engine::{Place, Value};
use std::mem::MaybeUninit;

type Byte = Cell<MaybeUninit<u8>>;

/// The lock around a raw lock, for one operation of the raw lock.
#[derive(Clone, Copy)]
pub struct Around {
    pub(crate) kind: Option<&'static str>,
    pub(crate) created: Place,
    /// The learner's line.
    pub(crate) place: Place,
    /// What the learner calls the operation, where the raw lock does not know.
    pub(crate) op: Option<&'static str>,
    whole: *const [Byte],
    value: Option<*const dyn Fn() -> Value>,
}

impl Around {
    /// `kind` where it does not follow from the raw lock.
    ///
    /// # Safety
    ///
    /// `whole` and `value` are there while anybody uses this.
    pub(crate) unsafe fn new<T: ?Sized>(
        kind: Option<&'static str>,
        created: Place,
        place: Place,
        whole: &T,
        value: &dyn Fn() -> Value,
    ) -> Self {
        let whole = std::ptr::slice_from_raw_parts(
            std::ptr::from_ref(whole).cast::<Byte>(),
            size_of_val(whole),
        );
        // SAFETY: only the lifetime changes, and the caller sees to it.
        let value =
            unsafe { std::mem::transmute::<&dyn Fn() -> Value, *const dyn Fn() -> Value>(value) };
        Self { kind, created, place, op: None, whole, value: Some(value) }
    }

    pub(crate) fn called(self, op: &'static str) -> Self {
        Self { op: Some(op), ..self }
    }

    /// For a raw lock that is used by itself.
    pub(crate) fn nothing<T>(kind: &'static str, raw: &T, place: Place) -> Self {
        let whole = std::ptr::slice_from_raw_parts(
            std::ptr::from_ref(raw).cast::<Byte>(),
            size_of_val(raw),
        );
        Self { kind: Some(kind), created: place, place, op: None, whole, value: None }
    }

    /// The bytes of the lock, in which nobody looks but the engine.
    pub(crate) fn whole(&self) -> &[Byte] {
        // SAFETY: the lock is there; its bytes may be anything and may change.
        unsafe { &*self.whole }
    }

    /// The value in the lock, for whoever may look at it.
    pub(crate) fn value(&self) -> Value {
        // SAFETY: the closure is there as long as the operation.
        self.value.map_or(Value::NONE, |value| unsafe { (*value)() })
    }
}

/// Where a raw lock finds what it was told. It takes it as it begins the
/// operation, before any other thread can run.
#[derive(Default)]
pub struct Told(Cell<Option<Around>>);

impl Told {
    pub const fn new() -> Self {
        Self(Cell::new(None))
    }

    pub fn tell(&self, around: Option<Around>) {
        self.0.set(around);
    }

    pub fn take(&self) -> Option<Around> {
        self.0.take()
    }
}
