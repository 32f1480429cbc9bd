//@ caught-by: test
//@ because: lines of EVENT_LOOP that run from 2 to 3
//! An event loop handles three requests at the same time, so it is parallel.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Neither,
    ConcurrentOnly { at: u32 },
    ParallelOnly { at: u32 },
    Both { concurrent_at: u32, parallel_at: u32 },
}

pub const ONE_BY_ONE: Label = Label::Neither;
pub const TIME_SLICED: Label = Label::ConcurrentOnly { at: 1 };
pub const EVENT_LOOP: Label = Label::Both { concurrent_at: 2, parallel_at: 2 };
pub const LANES: Label = Label::ParallelOnly { at: 0 };
pub const SWITCHED_OFF: Label = Label::ParallelOnly { at: 0 };
pub const CONVEYOR: Label = Label::ParallelOnly { at: 2 };
pub const JOINED: Label = Label::Neither;
pub const MOVED: Label = Label::Neither;
pub const ONE_LOCK: Label = Label::ConcurrentOnly { at: 0 };
pub const WHILE_IT_WAITS: Label = Label::ConcurrentOnly { at: 1 };
pub const WEB_SERVER: Label = Label::Both { concurrent_at: 2, parallel_at: 0 };
pub const TWO_PICTURES: Label = Label::Both { concurrent_at: 1, parallel_at: 0 };
