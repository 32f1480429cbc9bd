//! Stand-in for `std::sync::atomic::AtomicBool`.

use super::{Ordering, atomic};
use ::std::cell::UnsafeCell;
use ::std::fmt;
use ::std::panic::{Location, RefUnwindSafe};
use engine::atomic::{Cell, Exchange};
use engine::{Object, Shape};

atomic! {
    AtomicBool: bool, Shape::Bool,
    to_bits: u64::from, from_bits: |bits: u64| bits != 0
}

impl Default for AtomicBool {
    #[track_caller]
    fn default() -> Self {
        Self::new(false)
    }
}

impl AtomicBool {
    #[track_caller]
    pub fn fetch_and(&self, value: bool, order: Ordering) -> bool {
        self.update_with("fetch_and", order, value, |before| before & value)
    }

    #[track_caller]
    pub fn fetch_nand(&self, value: bool, order: Ordering) -> bool {
        self.update_with("fetch_nand", order, value, |before| !(before & value))
    }

    #[track_caller]
    pub fn fetch_or(&self, value: bool, order: Ordering) -> bool {
        self.update_with("fetch_or", order, value, |before| before | value)
    }

    #[track_caller]
    pub fn fetch_xor(&self, value: bool, order: Ordering) -> bool {
        self.update_with("fetch_xor", order, value, |before| before ^ value)
    }

    #[track_caller]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.update_with("fetch_not", order, true, |before| !before)
    }
}
