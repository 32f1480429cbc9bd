//@ caught-by: answer
//@ because: both charge at the same instant
//! "Two charges at the same instant get mixed up."

pub enum Label {
    Safe,
    Unsafe,
}

pub const SEAT_7_TWICE: &str = "A B B B A A";

pub const ONE_CORE_SWITCH_AFTER_FIND: Label = Label::Unsafe;
pub const ONE_CORE_SWITCH_AFTER_MARK: Label = Label::Safe;
pub const ONE_CORE_TURNS: Label = Label::Unsafe;
pub const TWO_CORES_LOAD_FIRST: Label = Label::Unsafe;
pub const TWO_CORES_STORE_FIRST: Label = Label::Safe;
pub const TWO_CORES_CHARGE_TOGETHER: Label = Label::Unsafe;
