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

// What it costs: nothing at run time. `Send` and `Sync` have no methods and no
// code; the compiler derives them from the fields of a type, and gives them up
// before the program exists.

// The count of an `Rc` is a plain number. A clone that stayed behind and this
// one could count at the same time, and a lost update of the count frees the
// value under somebody's feet. rustc does not look whether there is a clone:
// the type decides, once for all values.
pub const RC_MOVED: Verdict = Verdict::NotSend;

// Made, used and dropped on one thread. Only what crosses over must be `Send`:
// what the closure captures (nothing) and what it returns (a number).
pub const RC_MADE_INSIDE: Verdict = Verdict::Compiles;

// The result of a thread crosses over too, on the way back through `join`.
pub const RC_RETURNED: Verdict = Verdict::NotSend;

// A `RefCell` has a borrow flag without atomics. That is no matter as long as
// one thread at a time has the cell, and a value that moved is with one thread.
// `Send`, but not `Sync`: the same goes for `Cell`.
pub const REF_CELL_MOVED: Verdict = Verdict::Compiles;

// No `move`: the closure captures `&hits`. A reference may be sent if what it
// leads to may be shared, and a `Cell` may not. A scope lifts the demand for
// `'static`, and no other.
pub const CELL_BORROWED: Verdict = Verdict::NotSync;

// `&Vec` could be sent, since a `Vec` is `Sync`. But it must not be borrowed:
// `spawn` does not know that `join` comes before the end of the function.
pub const VEC_BORROWED: Verdict = Verdict::NotStatic;

// An `Arc` makes the *count* safe to share. What it leads to is reached from
// both threads at once, so `Arc<T>` is `Send` only if `T` is `Sync`, and
// `Send` besides: whoever is last drops it.
pub const ARC_OF_CELL: Verdict = Verdict::NotSync;

// One thread at a time is let at the cell, as if the cell moved from one to the
// next. So `Mutex<T>` is `Sync` as soon as `T` is `Send`; it makes `Sync` out of
// `Send`, which is what a mutex is for.
pub const ARC_OF_MUTEX_OF_CELL: Verdict = Verdict::Compiles;

// A mutex guards what is inside of it. A clone of the `Rc` can be outside, and
// would touch the same count without any lock. `T` is not `Send`, so
// `Mutex<T>` is not `Sync`.
pub const ARC_OF_MUTEX_OF_RC: Verdict = Verdict::NotSend;

// Readers of a reader-writer lock are inside together, with a `&T` each. So it
// asks for `T: Send + Sync`. That this function only writes is no matter.
pub const ARC_OF_RWLOCK_OF_CELL: Verdict = Verdict::NotSync;

// Some systems want a mutex unlocked by the thread that locked it, so std
// promises it everywhere: its guard is never `Send`.
pub const GUARD_MOVED: Verdict = Verdict::NotSend;

// A shared guard gives a `&i32` and cannot unlock. It is `Sync` if the value is.
pub const GUARD_BORROWED: Verdict = Verdict::Compiles;

// The locks of `parking_lot` could be unlocked elsewhere, and with its feature
// `send_guard` they may. Without it, a marker of type `*mut ()` forbids it: raw
// pointers are neither `Send` nor `Sync`, and rustc names the marker.
pub const PARKING_LOT_GUARD_MOVED: Verdict = Verdict::NotSend;

// The single consumer of `mpsc`: a `Receiver` may move, but two threads must not
// receive from it together. `crossbeam::channel` has receivers that are `Sync`.
pub const RECEIVER_SHARED: Verdict = Verdict::NotSync;
