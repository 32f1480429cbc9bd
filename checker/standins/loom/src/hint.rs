//! Stand-in for `loom::hint`.

pub use standin_std::hint::spin_loop;

/// # Safety
///
/// None is needed: as loom's, it panics.
///
/// # Panics
///
/// Always.
#[track_caller]
pub unsafe fn unreachable_unchecked() -> ! {
    unreachable!("unreachable_unchecked was reached!");
}
