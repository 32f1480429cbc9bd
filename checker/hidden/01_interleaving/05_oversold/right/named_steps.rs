//! Names for the steps, and `use` for the labels.

macro_rules! sold_twice {
    ($a:literal, $b:literal) => {
        concat!($a, " ", $b, "\n", $b, " ", $a, "\n", $b, " ", $a)
    };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Safe,
    Unsafe,
}

use Label::{Safe, Unsafe};

pub const SEAT_7_TWICE: &str = sold_twice!("A", "B");

pub const ONE_CORE_SWITCH_AFTER_FIND: Label = Unsafe;
pub const ONE_CORE_SWITCH_AFTER_MARK: Label = Safe;
pub const ONE_CORE_TURNS: Label = TWO_CORES_LOAD_FIRST;
pub const TWO_CORES_LOAD_FIRST: Label = Unsafe;
pub const TWO_CORES_STORE_FIRST: Label = TWO_CORES_CHARGE_TOGETHER;
pub const TWO_CORES_CHARGE_TOGETHER: Label = Safe;
