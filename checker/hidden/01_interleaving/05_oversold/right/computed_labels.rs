//! Labels that are worked out from the schedules, at compile time.

pub enum Label {
    Safe,
    Unsafe,
}

/// Whether the second seller finds before the first has marked.
const fn label(schedule: &[u8; 6]) -> Label {
    let first = schedule[0];
    let (mut entry, mut of_first) = (1, 1);
    while entry < 6 {
        if schedule[entry] != first {
            break;
        }
        of_first += 1;
        entry += 1;
    }
    if of_first < 2 { Label::Unsafe } else { Label::Safe }
}

pub static SEAT_7_TWICE: &str = concat!("B ", "A ", "B B ", "A A");

pub const ONE_CORE_SWITCH_AFTER_FIND: Label = label(b"BAAABB");
pub const ONE_CORE_SWITCH_AFTER_MARK: Label = label(b"AABBBA");
pub const ONE_CORE_TURNS: Label = label(b"ABABAB");
pub const TWO_CORES_LOAD_FIRST: Label = label(b"ABAABB");
pub const TWO_CORES_STORE_FIRST: Label = label(b"AABABB");
pub const TWO_CORES_CHARGE_TOGETHER: Label = label(b"BBAAAB");
