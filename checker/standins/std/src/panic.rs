//! Stand-in for `std::panic`.
//!
//! A hook is that of one execution, and runs beside the checker's own.

pub use ::std::panic::*;

use crate::thread::Result;
use ::std::any::Any;
use ::std::cell::{Cell, RefCell};
use ::std::rc::Rc;

type Hook = dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static;

thread_local! {
    /// The hook set last, and the execution it was set in.
    static HOOK: RefCell<Option<(u64, Rc<Box<Hook>>)>> = const { RefCell::new(None) };
    static CALLS_HOOK: Cell<bool> = const { Cell::new(false) };
}

/// # Errors
///
/// The payload, if `f` panics.
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R> {
    engine::unwinding::catch(f)
}

pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    engine::unwinding::resume(payload)
}

/// # Panics
///
/// As std does, while the thread panics.
pub fn set_hook(hook: Box<Hook>) {
    assert!(!crate::thread::panicking(), "cannot modify the panic hook from a panicking thread");
    if !engine::is_active() {
        ::std::panic::set_hook(hook);
        return;
    }
    if !CALLS_HOOK.replace(true) {
        let checkers = ::std::panic::take_hook();
        ::std::panic::set_hook(Box::new(move |info| {
            checkers(info);
            if let Some(hook) = current() {
                engine::unwinding::hook(|| hook(info));
            }
        }));
    }
    HOOK.set(Some((engine::execution_number(), engine::cell::rc(hook))));
}

/// The hook set in this execution, or one that prints as std's does.
///
/// # Panics
///
/// As std does, while the thread panics.
pub fn take_hook() -> Box<Hook> {
    assert!(!crate::thread::panicking(), "cannot modify the panic hook from a panicking thread");
    if !engine::is_active() {
        return ::std::panic::take_hook();
    }
    let taken = current();
    HOOK.set(None);
    match taken.map(Rc::try_unwrap) {
        Some(Ok(hook)) => hook,
        // Another thread is in the middle of it.
        Some(Err(shared)) => {
            let shared = Shared(shared);
            Box::new(move |info| shared.call(info))
        }
        None => Box::new(print),
    }
}

struct Shared(Rc<Box<Hook>>);

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Shared {}
// SAFETY: as above.
unsafe impl Sync for Shared {}

impl Shared {
    fn call(&self, info: &PanicHookInfo<'_>) {
        (self.0)(info);
    }
}

fn current() -> Option<Rc<Box<Hook>>> {
    let number = engine::is_active().then(engine::execution_number)?;
    HOOK.with_borrow(|hook| {
        let (execution, hook) = hook.as_ref()?;
        (*execution == number).then(|| Rc::clone(hook))
    })
}

fn print(info: &PanicHookInfo<'_>) {
    eprintln!("{info}");
}
