//! Counted by a function, from the pictures.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Neither,
    ConcurrentOnly { at: u32 },
    ParallelOnly { at: u32 },
    Both { concurrent_at: u32, parallel_at: u32 },
}

const fn label(lines: &[(u8, &[u8])]) -> Label {
    let (mut concurrent, mut parallel) = (None, None);
    let mut at = 8;
    while at > 0 {
        at -= 1;
        let (mut run, mut one, mut line) = (0, None, 0);
        while line < lines.len() {
            let (task, cells) = lines[line];
            line += 1;
            if at >= cells.len() || cells[at] == b' ' {
                continue;
            }
            match one {
                None => one = Some(task),
                Some(other) if other != task => concurrent = Some(at as u32),
                _ => {}
            }
            if cells[at] != b'-' {
                run += 1;
            }
        }
        if run > 1 {
            parallel = Some(at as u32);
        }
    }
    match (concurrent, parallel) {
        (None, None) => Label::Neither,
        (Some(at), None) => Label::ConcurrentOnly { at },
        (None, Some(at)) => Label::ParallelOnly { at },
        (Some(concurrent_at), Some(parallel_at)) => Label::Both { concurrent_at, parallel_at },
    }
}

pub const ONE_BY_ONE: Label = label(&[(1, b"0-0"), (2, b"   0-0")]);
pub const TIME_SLICED: Label = label(&[(1, b"0-0-0"), (2, b" 0-0-0")]);
pub const EVENT_LOOP: Label = label(&[(1, b"0---0"), (2, b" 0---0"), (3, b"  0---0")]);
pub const LANES: Label = label(&[(1, b"0000"), (1, b"0000"), (1, b"0000"), (1, b"0000")]);
pub const SWITCHED_OFF: Label = label(&[(1, b"00-0"), (1, b"00-0"), (1, b"0-00"), (1, b"0-00")]);
pub const CONVEYOR: Label = label(&[(1, b"0000"), (1, b" 1111"), (1, b"  2222")]);
pub const JOINED: Label = label(&[(1, b"000"), (2, b"   111")]);
pub const MOVED: Label = label(&[(1, b"00-110")]);
pub const ONE_LOCK: Label = label(&[(1, b"000"), (2, b"---111")]);
pub const WHILE_IT_WAITS: Label = label(&[(1, b"0---0"), (2, b" 111")]);
pub const WEB_SERVER: Label = label(&[(1, b"00--0"), (2, b"1--11"), (3, b" 100")]);
pub const TWO_PICTURES: Label = label(&[(1, b"0-0-"), (1, b"0-0-"), (2, b" 0-0"), (2, b" 0-0")]);
