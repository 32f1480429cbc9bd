//@ caught-by: test
//@ because: lines of LANES that run from 0 to 1
//! Parallel takes two cores; one core does one thing at a time.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Neither,
    ConcurrentOnly { at: u32 },
    ParallelOnly { at: u32 },
    Both { concurrent_at: u32, parallel_at: u32 },
}

pub const ONE_BY_ONE: Label = Label::Neither;
pub const TIME_SLICED: Label = Label::ConcurrentOnly { at: 1 };
pub const EVENT_LOOP: Label = Label::ConcurrentOnly { at: 2 };
pub const LANES: Label = Label::Neither;
pub const SWITCHED_OFF: Label = Label::Neither;
pub const CONVEYOR: Label = Label::ParallelOnly { at: 2 };
pub const JOINED: Label = Label::Neither;
pub const MOVED: Label = Label::Neither;
pub const ONE_LOCK: Label = Label::ConcurrentOnly { at: 0 };
pub const WHILE_IT_WAITS: Label = Label::ConcurrentOnly { at: 1 };
pub const WEB_SERVER: Label = Label::Both { concurrent_at: 2, parallel_at: 0 };
pub const TWO_PICTURES: Label = Label::ConcurrentOnly { at: 1 };
