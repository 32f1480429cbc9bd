//! The variants by their short names, and the names sorted by verdict.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Compiles,
    NotSend,
    NotSync,
    NotStatic,
}

use Verdict::*;

pub const RC_MADE_INSIDE: Verdict = Compiles;
pub const REF_CELL_MOVED: Verdict = Compiles;
pub const ARC_OF_MUTEX_OF_CELL: Verdict = Compiles;
pub const GUARD_BORROWED: Verdict = Compiles;
pub const RC_MOVED: Verdict = NotSend;
pub const RC_RETURNED: Verdict = NotSend;
pub const ARC_OF_MUTEX_OF_RC: Verdict = NotSend;
pub const GUARD_MOVED: Verdict = NotSend;
pub const PARKING_LOT_GUARD_MOVED: Verdict = NotSend;
pub const CELL_BORROWED: Verdict = NotSync;
pub const ARC_OF_CELL: Verdict = NotSync;
pub const ARC_OF_RWLOCK_OF_CELL: Verdict = NotSync;
pub const RECEIVER_SHARED: Verdict = NotSync;
pub const VEC_BORROWED: Verdict = NotStatic;
