//! What holds one thing and waits for the next, by name.

const EACH_ONE_STEP: Option<&str> = Some("ann bob");
const NO_CYCLE: Option<&str> = None;

pub const TWO_TOOLS: Option<&str> = EACH_ONE_STEP;
pub const ONE_TOOL_AT_A_TIME: Option<&str> = NO_CYCLE;
pub const ROUND_TABLE: Option<&str> = Some("bob cleo ann");
pub const LEFT_HANDER: Option<&str> = NO_CYCLE;
pub const STORE_ROOM: Option<&str> = Some("ann ann ann");
pub const TWO_BELTS: Option<&str> = EACH_ONE_STEP;
pub const JOB_LIST: Option<&str> = Some("bob bob ann");
