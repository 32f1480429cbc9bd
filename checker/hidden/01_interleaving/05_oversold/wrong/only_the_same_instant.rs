//@ caught-by: answer
//@ because: B finds a seat and is switched out
//! "It takes two finds at the same instant", and here there are none.

pub enum Label {
    Safe,
    Unsafe,
}

pub const SEAT_7_TWICE: &str = "A B B B A A";

pub const ONE_CORE_SWITCH_AFTER_FIND: Label = Label::Safe;
pub const ONE_CORE_SWITCH_AFTER_MARK: Label = Label::Safe;
pub const ONE_CORE_TURNS: Label = Label::Safe;
pub const TWO_CORES_LOAD_FIRST: Label = Label::Safe;
pub const TWO_CORES_STORE_FIRST: Label = Label::Safe;
pub const TWO_CORES_CHARGE_TOGETHER: Label = Label::Safe;
