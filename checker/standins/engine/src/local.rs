//! What `thread_local!` keeps for each thread of a model.
//!
//! As on the systems that std knows best, values go in the order opposite to
//! that in which they were made, and one whose destructor has begun is there
//! no more. A value without a destructor stays to the end.

use crate::execution::{Execution, with};
use crate::memory::{quiet, watched};
use std::any::Any;
use std::mem::needs_drop;

/// One thread's value for one key; `None` once its destructor has begun.
pub struct Local {
    key: usize,
    value: Option<Box<dyn Any>>,
    needs_drop: bool,
}

/// The running thread's value for `key`, made by `init` when there is none.
/// It lives until the thread ends.
///
/// # Panics
///
/// If the value is gone already, as the thread ends.
pub fn thread_local<T: 'static>(key: usize, init: impl FnOnce() -> T) -> *const T {
    try_thread_local(key, init).expect("a stand-in's own values need no destructor")
}

/// As [`thread_local`]; `None` if the value is gone already.
pub fn try_thread_local<T: 'static>(key: usize, init: impl FnOnce() -> T) -> Option<*const T> {
    if let Some(known) = with(|execution| find(execution, key)) {
        return known;
    }
    let value = init();
    let value: Box<dyn Any> = quiet(|| Box::new(value));
    let local = Local { key, value: Some(value), needs_drop: needs_drop::<T>() };
    let replaced = with(|execution| {
        let locals = &mut execution.thread_mut().locals;
        // `init` itself may have asked for the value: the later one stays.
        let earlier = locals.iter().position(|known| known.key == key);
        let earlier = earlier.map(|at| locals.remove(at));
        locals.push(local);
        earlier
    });
    drop(replaced);
    with(|execution| find(execution, key)).flatten()
}

fn find<T: 'static>(execution: &Execution, key: usize) -> Option<Option<*const T>> {
    let local = execution.thread().locals.iter().find(|local| local.key == key)?;
    let value = local.value.as_ref();
    Some(value.and_then(|value| value.downcast_ref().map(std::ptr::from_ref)))
}

/// Whether the running thread has values with destructors.
pub(crate) fn any_to_drop() -> bool {
    with(|execution| execution.thread().locals.iter().any(Local::waits))
}

/// Runs the destructors of the running thread's values, those included that
/// they make themselves.
pub(crate) fn drop_all() {
    loop {
        let next = with(|execution| {
            let locals = &mut execution.thread_mut().locals;
            locals.iter_mut().rev().find(|local| local.waits()).and_then(|local| local.value.take())
        });
        let Some(value) = next else { return };
        crate::unwinding::or_abort("a thread-local's destructor", || watched(|| drop(value)));
    }
}

impl Local {
    fn waits(&self) -> bool {
        self.needs_drop && self.value.is_some()
    }
}
