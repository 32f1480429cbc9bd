//! Stand-in for the atomic integers.

use super::{Ordering, atomic};
use ::std::cell::UnsafeCell;
use ::std::fmt;
use ::std::panic::{Location, RefUnwindSafe};
use engine::atomic::{Cell, Exchange};
use engine::{Object, Shape};

macro_rules! integer {
    ($($name:ident: $value:ty as $via:ty, $shape:expr;)*) => {$(
        atomic! {
            $name: $value, $shape,
            to_bits: |value: $value| value as $via as u64, from_bits: |bits: u64| bits as $value
        }

        impl Default for $name {
            #[track_caller]
            fn default() -> Self {
                Self::new(0)
            }
        }

        impl $name {
            #[track_caller]
            pub fn fetch_add(&self, value: $value, order: Ordering) -> $value {
                self.update_with("fetch_add", order, value, |before| before.wrapping_add(value))
            }

            #[track_caller]
            pub fn fetch_sub(&self, value: $value, order: Ordering) -> $value {
                self.update_with("fetch_sub", order, value, |before| before.wrapping_sub(value))
            }

            #[track_caller]
            pub fn fetch_and(&self, value: $value, order: Ordering) -> $value {
                self.update_with("fetch_and", order, value, |before| before & value)
            }

            #[track_caller]
            pub fn fetch_nand(&self, value: $value, order: Ordering) -> $value {
                self.update_with("fetch_nand", order, value, |before| !(before & value))
            }

            #[track_caller]
            pub fn fetch_or(&self, value: $value, order: Ordering) -> $value {
                self.update_with("fetch_or", order, value, |before| before | value)
            }

            #[track_caller]
            pub fn fetch_xor(&self, value: $value, order: Ordering) -> $value {
                self.update_with("fetch_xor", order, value, |before| before ^ value)
            }

            #[track_caller]
            pub fn fetch_max(&self, value: $value, order: Ordering) -> $value {
                self.update_with("fetch_max", order, value, |before| before.max(value))
            }

            #[track_caller]
            pub fn fetch_min(&self, value: $value, order: Ordering) -> $value {
                self.update_with("fetch_min", order, value, |before| before.min(value))
            }
        }
    )*};
}

integer! {
    AtomicU8: u8 as u64, Shape::Unsigned;
    AtomicU16: u16 as u64, Shape::Unsigned;
    AtomicU32: u32 as u64, Shape::Unsigned;
    AtomicU64: u64 as u64, Shape::Unsigned;
    AtomicUsize: usize as u64, Shape::Unsigned;
    AtomicI8: i8 as i64, Shape::Signed;
    AtomicI16: i16 as i64, Shape::Signed;
    AtomicI32: i32 as i64, Shape::Signed;
    AtomicI64: i64 as i64, Shape::Signed;
    AtomicIsize: isize as i64, Shape::Signed;
}
