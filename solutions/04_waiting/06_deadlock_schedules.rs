//! Seven reports of a workshop that stood still.
//!
//! `Some("ann bob …")` is a schedule that ends in a deadlock, `None` says that
//! there is none.

// Each deadlock is a circle: somebody *holds* a thing and *waits* for another
// thing, whose holder waits in turn, and at last somebody waits for the first.
// To find the schedule, let each take what it holds and stop it there. Where no
// circle can be drawn, there is no deadlock, whatever the schedule.

/// Ann takes the saw and then the drill, Bob the drill and then the saw.
pub const TWO_TOOLS: Option<&str> = Some("ann bob");

/// The same, and each puts a tool back before taking the next.
//
// Opposite orders do no harm here. Whoever waits holds nothing, so nobody can
// wait for it.
pub const ONE_TOOL_AT_A_TIME: Option<&str> = None;

/// Three at a table with three tools; each takes the left one first.
//
// A circle of three. Two of them are not enough: with `ann bob` Cleo still
// finds a tool, and Bob the file.
pub const ROUND_TABLE: Option<&str> = Some("ann bob cleo");

/// The same table, but Cleo takes the right one first.
//
// Now all three take the tools in the order saw, drill, file. Whoever holds the
// last of those that are taken waits for none of the others, and goes on.
pub const LEFT_HANDER: Option<&str> = None;

/// Both lock the store room before they go to the shelf in it.
//
// Ann locks the room, locks the shelf, and falls asleep. `wait` releases the
// lock of *its* guard, the shelf's, and no other. So she sleeps in a locked
// room, and Bob, who would wake her, stands outside.
pub const STORE_ROOM: Option<&str> = Some("ann ann ann");

/// Each passes two parts over a belt with room for one, then takes two.
//
// A circle without any lock. Room in a channel is a thing that one waits for,
// and whoever takes parts off the belt gives it. With room for two on each belt
// both get done.
pub const TWO_BELTS: Option<&str> = Some("ann bob");

/// Bob notes a job; Ann takes one and notes the next.
//
// A circle of one. The guard of the first `lock` has no name, but it lives until
// the end of the `if let`, since `pop` was called through it. Ann waits for
// herself. It takes a job in the list: with an empty one she never locks twice.
//
// `let job = jobs.lock().unwrap().pop();` in a line of its own drops the guard
// at its semicolon, and that is the repair.
pub const JOB_LIST: Option<&str> = Some("bob bob ann");
