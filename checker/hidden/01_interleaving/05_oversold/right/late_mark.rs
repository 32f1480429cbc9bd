//! A's mark comes last but one, after B has gone home.

pub enum Label {
    Safe,
    Unsafe,
}

pub const SEAT_7_TWICE: &str = "
    B A
    A A
    B B
";

pub const ONE_CORE_SWITCH_AFTER_FIND: Label = Label::Unsafe;
pub const ONE_CORE_SWITCH_AFTER_MARK: Label = Label::Safe;
pub const ONE_CORE_TURNS: Label = Label::Unsafe;
pub const TWO_CORES_LOAD_FIRST: Label = Label::Unsafe;
pub const TWO_CORES_STORE_FIRST: Label = Label::Safe;
pub const TWO_CORES_CHARGE_TOGETHER: Label = Label::Safe;
