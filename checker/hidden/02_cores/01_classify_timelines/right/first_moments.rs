//! The earliest milliseconds, as statics and with short names.

#[derive(Debug, Clone, Copy)]
pub enum Label {
    Neither,
    ConcurrentOnly { at: u32 },
    ParallelOnly { at: u32 },
    Both { concurrent_at: u32, parallel_at: u32 },
}

use Label::{Both, ConcurrentOnly, Neither, ParallelOnly};

pub static ONE_BY_ONE: Label = Neither;
pub static TIME_SLICED: Label = ConcurrentOnly { at: 1 };
pub static EVENT_LOOP: Label = ConcurrentOnly { at: 1 };
pub static LANES: Label = ParallelOnly { at: 0 };
pub static SWITCHED_OFF: Label = ParallelOnly { at: 0 };
pub static CONVEYOR: Label = ParallelOnly { at: 1 };
pub static JOINED: Label = Neither;
pub static MOVED: Label = Neither;
pub static ONE_LOCK: Label = ConcurrentOnly { at: 0 };
pub static WHILE_IT_WAITS: Label = ConcurrentOnly { at: 1 };
pub static WEB_SERVER: Label = Both { concurrent_at: 0, parallel_at: 0 };
pub static TWO_PICTURES: Label = Both { concurrent_at: 1, parallel_at: 0 };
