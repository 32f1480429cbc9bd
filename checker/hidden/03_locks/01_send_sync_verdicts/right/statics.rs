//! Statics, which are values as well.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Compiles,
    NotSend,
    NotSync,
    NotStatic,
}

pub static RC_MOVED: Verdict = Verdict::NotSend;
pub static RC_MADE_INSIDE: Verdict = Verdict::Compiles;
pub static RC_RETURNED: Verdict = Verdict::NotSend;
pub static REF_CELL_MOVED: Verdict = Verdict::Compiles;
pub static CELL_BORROWED: Verdict = Verdict::NotSync;
pub static VEC_BORROWED: Verdict = Verdict::NotStatic;
pub static ARC_OF_CELL: Verdict = Verdict::NotSync;
pub static ARC_OF_MUTEX_OF_CELL: Verdict = Verdict::Compiles;
pub static ARC_OF_MUTEX_OF_RC: Verdict = Verdict::NotSend;
pub static ARC_OF_RWLOCK_OF_CELL: Verdict = Verdict::NotSync;
pub static GUARD_MOVED: Verdict = Verdict::NotSend;
pub static GUARD_BORROWED: Verdict = Verdict::Compiles;
pub static PARKING_LOT_GUARD_MOVED: Verdict = Verdict::NotSend;
pub static RECEIVER_SHARED: Verdict = Verdict::NotSync;
