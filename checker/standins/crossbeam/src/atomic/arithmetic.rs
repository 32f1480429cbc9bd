//! The arithmetic of `crossbeam::atomic::AtomicCell`.

use super::AtomicCell;
use std::panic::Location;

macro_rules! arithmetic {
    ($($ty:ty),*) => {$(
        arithmetic!(@ops $ty, fetch_add(a, b) a.wrapping_add(b), fetch_sub(a, b) a.wrapping_sub(b),
            fetch_and(a, b) a & b, fetch_nand(a, b) !(a & b), fetch_or(a, b) a | b,
            fetch_xor(a, b) a ^ b, fetch_max(a, b) a.max(b), fetch_min(a, b) a.min(b));
    )*};
    (@ops $ty:ty, $($name:ident($a:ident, $b:ident) $result:expr),*) => {
        impl AtomicCell<$ty> {$(
            #[track_caller]
            pub fn $name(&self, $b: $ty) -> $ty {
                self.update(stringify!($name), $b, |$a| $result, Location::caller())
            }
        )*}
    };
}
arithmetic!(u8, i8, u16, i16, u32, i32, u64, i64, u128, i128, usize, isize);
arithmetic!(@ops bool, fetch_and(a, b) a & b, fetch_nand(a, b) !(a & b), fetch_or(a, b) a | b,
    fetch_xor(a, b) a ^ b);
