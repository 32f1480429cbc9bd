//! Derived: what each function asks for, and what each type is.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Compiles,
    NotSend,
    NotSync,
    NotStatic,
}

/// What a type is: `Send`, `Sync`.
#[derive(Clone, Copy)]
struct Is(bool, bool);

const NUMBER: Is = Is(true, true);
const RC: Is = Is(false, false);
const CELL: Is = Is(true, false);
const RECEIVER: Is = CELL;
const GUARD: Is = Is(false, true);

const fn moved(it: Is) -> Verdict {
    if it.0 { Verdict::Compiles } else { Verdict::NotSend }
}

const fn shared(it: Is) -> Verdict {
    if it.1 { Verdict::Compiles } else { Verdict::NotSync }
}

const fn shared_mutex(it: Is) -> Verdict {
    moved(it)
}

const fn shared_rwlock(it: Is) -> Verdict {
    match moved(it) {
        Verdict::Compiles => shared(it),
        other => other,
    }
}

pub const RC_MOVED: Verdict = moved(RC);
pub const RC_MADE_INSIDE: Verdict = moved(NUMBER);
pub const RC_RETURNED: Verdict = moved(RC);
pub const REF_CELL_MOVED: Verdict = moved(CELL);
pub const CELL_BORROWED: Verdict = shared(CELL);
pub const VEC_BORROWED: Verdict = Verdict::NotStatic;
pub const ARC_OF_CELL: Verdict = shared(CELL);
pub const ARC_OF_MUTEX_OF_CELL: Verdict = shared_mutex(CELL);
pub const ARC_OF_MUTEX_OF_RC: Verdict = shared_mutex(RC);
pub const ARC_OF_RWLOCK_OF_CELL: Verdict = shared_rwlock(CELL);
pub const GUARD_MOVED: Verdict = moved(GUARD);
pub const GUARD_BORROWED: Verdict = shared(GUARD);
pub const PARKING_LOT_GUARD_MOVED: Verdict = moved(GUARD);
pub const RECEIVER_SHARED: Verdict = shared(RECEIVER);
