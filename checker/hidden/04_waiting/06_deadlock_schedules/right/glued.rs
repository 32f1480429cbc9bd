//! Statics, line breaks, and names glued together.

pub static TWO_TOOLS: Option<&str> = Some(concat!("ann ", "bob "));
pub static ONE_TOOL_AT_A_TIME: Option<&str> = None;
pub static ROUND_TABLE: Option<&str> = Some(
    "
    ann
    cleo
    bob
    ",
);
pub static LEFT_HANDER: Option<&str> = None;
pub static STORE_ROOM: Option<&str> = Some("ann   ann   ann");
pub static TWO_BELTS: Option<&str> = Some("bob\tann");
pub static JOB_LIST: Option<&str> = Some(concat!("bob bob ", "ann"));
