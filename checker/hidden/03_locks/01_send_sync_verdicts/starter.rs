//! What the compiler says to the fourteen functions of the README.

/// What rustc says to a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing.
    Compiles,
    /// `…` cannot be sent between threads safely.
    NotSend,
    /// `…` cannot be shared between threads safely.
    NotSync,
    /// Closure may outlive the current function.
    NotStatic,
}

// TODO: a verdict on each function. These believe that everything goes.
pub const RC_MOVED: Verdict = Verdict::Compiles;
pub const RC_MADE_INSIDE: Verdict = Verdict::Compiles;
pub const RC_RETURNED: Verdict = Verdict::Compiles;
pub const REF_CELL_MOVED: Verdict = Verdict::Compiles;
pub const CELL_BORROWED: Verdict = Verdict::Compiles;
pub const VEC_BORROWED: Verdict = Verdict::Compiles;
pub const ARC_OF_CELL: Verdict = Verdict::Compiles;
pub const ARC_OF_MUTEX_OF_CELL: Verdict = Verdict::Compiles;
pub const ARC_OF_MUTEX_OF_RC: Verdict = Verdict::Compiles;
pub const ARC_OF_RWLOCK_OF_CELL: Verdict = Verdict::Compiles;
pub const GUARD_MOVED: Verdict = Verdict::Compiles;
pub const GUARD_BORROWED: Verdict = Verdict::Compiles;
pub const PARKING_LOT_GUARD_MOVED: Verdict = Verdict::Compiles;
pub const RECEIVER_SHARED: Verdict = Verdict::Compiles;
