//! Whoever comes last in the file goes first.

pub const TWO_TOOLS: Option<&str> = Some("bob ann");
pub const ONE_TOOL_AT_A_TIME: Option<&str> = None;
pub const ROUND_TABLE: Option<&str> = Some("cleo bob ann");
pub const LEFT_HANDER: Option<&str> = None;
pub const STORE_ROOM: Option<&str> = Some("ann ann ann");
pub const TWO_BELTS: Option<&str> = Some("bob ann");
pub const JOB_LIST: Option<&str> = Some("bob bob ann");
