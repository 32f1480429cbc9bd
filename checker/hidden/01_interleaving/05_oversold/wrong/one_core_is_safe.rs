//@ caught-by: answer
//@ because: One core.
//! "One core does one thing at a time."

pub enum Label {
    Safe,
    Unsafe,
}

pub const SEAT_7_TWICE: &str = "A B B B A A";

pub const ONE_CORE_SWITCH_AFTER_FIND: Label = Label::Safe;
pub const ONE_CORE_SWITCH_AFTER_MARK: Label = Label::Safe;
pub const ONE_CORE_TURNS: Label = Label::Safe;
pub const TWO_CORES_LOAD_FIRST: Label = Label::Unsafe;
pub const TWO_CORES_STORE_FIRST: Label = Label::Safe;
pub const TWO_CORES_CHARGE_TOGETHER: Label = Label::Safe;
