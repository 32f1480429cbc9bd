//! What std keeps for old programs.

#![expect(clippy::declare_interior_mutable_const, reason = "as std does")]

use super::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8,
    AtomicU16, AtomicU32, AtomicU64, AtomicUsize, Ordering,
};
use ::std::panic::Location;

#[deprecated = "the `new` function is now preferred"]
pub const ATOMIC_BOOL_INIT: AtomicBool = AtomicBool::new(false);
#[deprecated = "the `new` function is now preferred"]
pub const ATOMIC_ISIZE_INIT: AtomicIsize = AtomicIsize::new(0);
#[deprecated = "the `new` function is now preferred"]
pub const ATOMIC_USIZE_INIT: AtomicUsize = AtomicUsize::new(0);

#[track_caller]
#[deprecated = "use hint::spin_loop instead"]
pub fn spin_loop_hint() {
    engine::atomic::yield_now("spin_loop_hint", Location::caller());
}

/// The strongest order in which a failure can read that goes with `success`.
fn failure_order(success: Ordering) -> Ordering {
    match success {
        Ordering::Release | Ordering::Relaxed => Ordering::Relaxed,
        Ordering::SeqCst => Ordering::SeqCst,
        _ => Ordering::Acquire,
    }
}

macro_rules! compare_and_swap {
    ($($name:ident$(<$param:ident>)?: $value:ty;)*) => {$(
        impl$(<$param>)? $name$(<$param>)? {
            #[track_caller]
            #[deprecated = "use `compare_exchange` or `compare_exchange_weak` instead"]
            pub fn compare_and_swap(
                &self,
                current: $value,
                new: $value,
                order: Ordering,
            ) -> $value {
                let failure = failure_order(order);
                match self.exchange("compare_and_swap", current, new, order, failure, false) {
                    Ok(found) | Err(found) => found,
                }
            }
        }
    )*};
}

compare_and_swap! {
    AtomicBool: bool;
    AtomicPtr<T>: *mut T;
    AtomicU8: u8;
    AtomicU16: u16;
    AtomicU32: u32;
    AtomicU64: u64;
    AtomicUsize: usize;
    AtomicI8: i8;
    AtomicI16: i16;
    AtomicI32: i32;
    AtomicI64: i64;
    AtomicIsize: isize;
}
