//! Seven reports of a workshop that stood still.
//!
//! `Some("ann bob …")` is a schedule that ends in a deadlock, `None` says that
//! there is none.

// TODO: a schedule for five of them, and `None` for two. These schedules are
// empty: they end before the program does.

/// Ann takes the saw and then the drill, Bob the drill and then the saw.
pub const TWO_TOOLS: Option<&str> = Some("");

/// The same, and each puts a tool back before taking the next.
pub const ONE_TOOL_AT_A_TIME: Option<&str> = Some("");

/// Three at a table with three tools; each takes the left one first.
pub const ROUND_TABLE: Option<&str> = Some("");

/// The same table, but Cleo takes the right one first.
pub const LEFT_HANDER: Option<&str> = Some("");

/// Both lock the store room before they go to the shelf in it.
pub const STORE_ROOM: Option<&str> = Some("");

/// Each passes two parts over a belt with room for one, then takes two.
pub const TWO_BELTS: Option<&str> = Some("");

/// Bob notes a job; Ann takes one and notes the next.
pub const JOB_LIST: Option<&str> = Some("");
