//! Which threads of a model unwind.
//!
//! The real count of panics belongs to the operating-system thread, which all
//! threads of a model share: it says nothing while another of them is
//! suspended in the middle of its panic, and nothing ever after where an
//! execution was given up in such a moment. So each thread counts for itself.

use crate::execution::{Execution, with};
use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, UnwindSafe};
use std::thread;

type Caught<T> = Result<T, Box<dyn Any + Send>>;

thread_local! {
    /// Whether the real count can never be 0 again.
    static SPOILT: Cell<bool> = const { Cell::new(false) };
}

/// Whether the running thread unwinds: `std::thread::panicking`.
#[must_use]
pub fn is_unwinding() -> bool {
    thread::panicking() && (!crate::is_active() || with(|e| counts(e, e.slot())))
}

/// Whether a panic that the real count knows of is that of the thread in `slot`,
/// which ran last.
fn counts(execution: &Execution, slot: usize) -> bool {
    let threads = execution.threads();
    let others = threads.iter().any(|thread| thread.stays_unwinding);
    if SPOILT.get() || others { threads[slot].panics > 0 } else { true }
}

/// The thread in `slot` is about to be suspended.
pub(crate) fn suspends(slot: usize) {
    with(|execution| {
        let unwinds = thread::panicking() && counts(execution, slot);
        execution.thread_at(slot).stays_unwinding = unwinds;
    });
}

/// The thread in `slot` is back.
pub(crate) fn resumes(slot: usize) {
    with(|execution| execution.thread_at(slot).stays_unwinding = false);
}

/// An execution is over, and `unwinding` says whether a thread of it that will
/// never run again was in the middle of its panic.
pub(crate) fn abandon(unwinding: bool) {
    if unwinding {
        SPOILT.set(true);
    }
}

/// A panic of the running thread begins.
pub(crate) fn begins() {
    with(|execution| execution.thread_mut().panics += 1);
}

/// Runs the program's panic hook. No other thread runs meanwhile.
pub fn hook(hook: impl FnOnce()) {
    with(|execution| execution.thread_mut().in_hook = true);
    hook();
    with(|execution| execution.thread_mut().in_hook = false);
}

/// `std::panic::resume_unwind`, which runs no hook.
pub fn resume(payload: Box<dyn Any + Send>) -> ! {
    if crate::is_active() {
        begins();
    }
    std::panic::resume_unwind(payload)
}

/// `std::panic::catch_unwind`.
///
/// # Errors
///
/// The payload of the panic.
pub fn catch<T>(f: impl FnOnce() -> T + UnwindSafe) -> Caught<T> {
    let before = panics();
    let result = std::panic::catch_unwind(f);
    if result.is_err() && crate::is_active() {
        with(|execution| execution.thread_mut().panics = before);
    }
    result
}

fn panics() -> usize {
    if crate::is_active() { with(|execution| execution.thread().panics) } else { 0 }
}

/// Runs `f`, from which std lets no panic out: it aborts the process.
pub fn or_abort(what: &str, f: impl FnOnce()) {
    let Err(payload) = catch(AssertUnwindSafe(f)) else { return };
    let said = crate::panic_message(payload.as_ref());
    std::mem::forget(payload);
    crate::process::abort(format!("{said} (a panic in {what} aborts the process)"));
}
