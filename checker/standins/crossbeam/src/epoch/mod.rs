//! Stand-in for `crossbeam::epoch`.
//!
//! What is deferred under a guard runs when no guard is left that was there at
//! the time, by whoever drops the last of them: the earliest that the original
//! allows. Adversary: it runs later, at the next flush or unpinning, or when the
//! thread or the collector ends.

mod atomic;
mod collector;
mod compare;
mod garbage;
mod guard;
mod pointable;
mod pointer;
mod shared;

pub use atomic::Atomic;
pub use collector::{Collector, LocalHandle, default_collector, is_pinned, pin};
#[allow(deprecated)]
pub use compare::{CompareAndSetError, CompareAndSetOrdering, CompareExchangeError};
pub use guard::{Guard, unprotected};
pub use pointable::Pointable;
pub use pointer::{Owned, Pointer};
pub use shared::Shared;

/// The bits of an address that can hold a tag.
fn low_bits<T: ?Sized + Pointable>() -> usize {
    (1 << T::ALIGN.trailing_zeros()) - 1
}

fn ensure_aligned<T: ?Sized + Pointable>(raw: usize) {
    assert_eq!(raw & low_bits::<T>(), 0, "unaligned pointer");
}

fn with_tag<T: ?Sized + Pointable>(data: usize, tag: usize) -> usize {
    (data & !low_bits::<T>()) | (tag & low_bits::<T>())
}

fn address<T: ?Sized + Pointable>(data: usize) -> usize {
    data & !low_bits::<T>()
}

fn tag<T: ?Sized + Pointable>(data: usize) -> usize {
    data & low_bits::<T>()
}
