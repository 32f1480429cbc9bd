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

// TODO: a label for each timeline. These say that nothing is anything.

/// The next order is begun when the last one is done.
pub const ONE_BY_ONE: Label = Label::Neither;

/// Two threads, and a system that gives them turns.
pub const TIME_SLICED: Label = Label::Neither;

/// One thread, and requests that wait for a disk.
pub const EVENT_LOOP: Label = Label::Neither;

/// One instruction works on four pixels.
pub const LANES: Label = Label::Neither;

/// The same on a graphics processor: an `if` switches lanes off.
pub const SWITCHED_OFF: Label = Label::Neither;

/// A filter for sound: one clock moves all stations on.
pub const CONVEYOR: Label = Label::Neither;

/// Two threads; the first is joined before the second starts.
pub const JOINED: Label = Label::Neither;

/// One thread, which the system moves to another core.
pub const MOVED: Label = Label::Neither;

/// Two threads that work only while they hold the same lock.
pub const ONE_LOCK: Label = Label::Neither;

/// Two threads, one of which is asleep most of the time.
pub const WHILE_IT_WAITS: Label = Label::Neither;

/// More requests than cores.
pub const WEB_SERVER: Label = Label::Neither;

/// Two threads that take turns; each instruction has two lanes.
pub const TWO_PICTURES: Label = Label::Neither;
