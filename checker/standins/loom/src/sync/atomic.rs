//! Stand-in for `loom::sync::atomic`.

pub use standin_std::hint::spin_loop as spin_loop_hint;
pub use standin_std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8,
    AtomicU16, AtomicU32, AtomicU64, AtomicUsize, Ordering, fence,
};
