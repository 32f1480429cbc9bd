//! What the twelve timelines of the README are.

/// What a timeline is, and the millisecond that shows it: the one from `at` to
/// `at + 1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Tasks follow one another, and one thing runs at a time.
    Neither,
    /// Tasks are in progress together, and one thing runs at a time.
    ConcurrentOnly { at: u32 },
    /// Things run at the same instant, and they all belong to one task.
    ParallelOnly { at: u32 },
    /// Tasks are in progress together, and things run at the same instant.
    Both { concurrent_at: u32, parallel_at: u32 },
}

/// The next order is begun when the last one is done.
// The core is idle while an order waits: each is at its end when the next begins.
pub const ONE_BY_ONE: Label = Label::Neither;

/// Two threads, and a system that gives them turns.
// Two tasks in progress, one core, one of them at a time. Short turns look like
// the same instant to us; they are not.
pub const TIME_SLICED: Label = Label::ConcurrentOnly { at: 1 };

/// One thread, and requests that wait for a disk.
// One thread and three tasks: what counts is what has begun and is not done.
pub const EVENT_LOOP: Label = Label::ConcurrentOnly { at: 2 };

/// One instruction works on four pixels.
// Four things at the same instant and one task: no lane can go on by itself, for
// there is one next instruction for all. Parallel, with nothing to coordinate.
pub const LANES: Label = Label::ParallelOnly { at: 0 };

/// The same on a graphics processor: an `if` switches lanes off.
// A lane that is switched off stands still, and yet it does not get on by itself:
// it waits for the same program to come past its branch.
pub const SWITCHED_OFF: Label = Label::ParallelOnly { at: 0 };

/// A filter for sound: one clock moves all stations on.
// Three stations, each with work of its own and one clock for all. What moves is
// one thing, the stream.
pub const CONVEYOR: Label = Label::ParallelOnly { at: 2 };

/// Two threads; the first is joined before the second starts.
// Two threads and two cores, and never two of anything: a `join` right after the
// `spawn` makes a sequence of them.
pub const JOINED: Label = Label::Neither;

/// One thread, which the system moves to another core.
// Two cores, one after the other.
pub const MOVED: Label = Label::Neither;

/// Two threads that work only while they hold the same lock.
// Both have begun, so they are in progress together. The lock lets one run; a
// second core does not help as long as all the work is inside.
pub const ONE_LOCK: Label = Label::ConcurrentOnly { at: 0 };

/// Two threads, one of which is asleep most of the time.
// Two cores, and still one of them would do: the sum runs while the download
// stands still.
pub const WHILE_IT_WAITS: Label = Label::ConcurrentOnly { at: 1 };

/// More requests than cores.
// At 2 request 1 and 2 stand still and request 3 runs; at 0 two requests run.
pub const WEB_SERVER: Label = Label::Both { concurrent_at: 2, parallel_at: 0 };

/// Two threads that take turns; each instruction has two lanes.
// One core can be both: tasks take turns at it, and each turn works on two lanes.
pub const TWO_PICTURES: Label = Label::Both { concurrent_at: 1, parallel_at: 0 };
