//@ caught-by: test
//@ because: on one thread, and what comes back
//! "An `Rc` may not be used in a spawned thread."

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Compiles,
    NotSend,
    NotSync,
    NotStatic,
}

pub const RC_MOVED: Verdict = Verdict::NotSend;
pub const RC_MADE_INSIDE: Verdict = Verdict::NotSend;
pub const RC_RETURNED: Verdict = Verdict::NotSend;
pub const REF_CELL_MOVED: Verdict = Verdict::Compiles;
pub const CELL_BORROWED: Verdict = Verdict::NotSync;
pub const VEC_BORROWED: Verdict = Verdict::NotStatic;
pub const ARC_OF_CELL: Verdict = Verdict::NotSync;
pub const ARC_OF_MUTEX_OF_CELL: Verdict = Verdict::Compiles;
pub const ARC_OF_MUTEX_OF_RC: Verdict = Verdict::NotSend;
pub const ARC_OF_RWLOCK_OF_CELL: Verdict = Verdict::NotSync;
pub const GUARD_MOVED: Verdict = Verdict::NotSend;
pub const GUARD_BORROWED: Verdict = Verdict::Compiles;
pub const PARKING_LOT_GUARD_MOVED: Verdict = Verdict::NotSend;
pub const RECEIVER_SHARED: Verdict = Verdict::NotSync;
