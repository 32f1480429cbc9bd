//! Other milliseconds that show the same.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Neither,
    ConcurrentOnly { at: u32 },
    ParallelOnly { at: u32 },
    Both { concurrent_at: u32, parallel_at: u32 },
}

pub const ONE_BY_ONE: Label = Label::Neither;
pub const TIME_SLICED: Label = Label::ConcurrentOnly { at: 3 };
pub const EVENT_LOOP: Label = Label::ConcurrentOnly { at: 5 };
pub const LANES: Label = Label::ParallelOnly { at: 3 };
pub const SWITCHED_OFF: Label = Label::ParallelOnly { at: 2 };
pub const CONVEYOR: Label = Label::ParallelOnly { at: 4 };
pub const JOINED: Label = Label::Neither;
pub const MOVED: Label = Label::Neither;
pub const ONE_LOCK: Label = Label::ConcurrentOnly { at: 2 };
pub const WHILE_IT_WAITS: Label = Label::ConcurrentOnly { at: 3 };
pub const WEB_SERVER: Label = Label::Both { concurrent_at: 4, parallel_at: 4 };
pub const TWO_PICTURES: Label = Label::Both { concurrent_at: 2, parallel_at: 3 };
