//@ caught-by: answer
//@ because: held by ann
//! "`wait` gives up the locks."

pub const TWO_TOOLS: Option<&str> = Some("ann bob");
pub const ONE_TOOL_AT_A_TIME: Option<&str> = None;
pub const ROUND_TABLE: Option<&str> = Some("ann bob cleo");
pub const LEFT_HANDER: Option<&str> = None;
pub const STORE_ROOM: Option<&str> = None;
pub const TWO_BELTS: Option<&str> = Some("ann bob");
pub const JOB_LIST: Option<&str> = Some("bob bob ann");
