//! Which panic ended a case.
//!
//! A case that unwinds often does so second-hand: `join().unwrap()` panics in
//! the main thread because a child did. The hook remembers every panic, and
//! [`caught`] picks the one that tells the learner something. Learner code may
//! replace the hook; then the payload still has the message.

use crate::threads;
use facts::{Panicked, Place};
use std::any::Any;
use std::panic::{self, PanicHookInfo};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::Duration;

/// Panics remembered at most; the first ones say the most.
const REMEMBERED: usize = 64;

/// A process with more threads than this is about to be ended for it.
const MANY_THREADS: usize = 400;

static SEEN: Mutex<Vec<(ThreadId, Panicked)>> = Mutex::new(Vec::new());

/// The payload of a panic that a hidden case causes on purpose. It is neither
/// remembered nor printed.
#[derive(Debug)]
pub struct Deliberate;

/// Panics as a hidden case wants it, "a job that panics", say.
pub fn deliberate_panic() -> ! {
    panic::panic_any(Deliberate)
}

/// Installs the hook that remembers. The hook before it still prints.
pub fn install() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if info.payload().is::<Deliberate>() {
            return;
        }
        remember(info);
        before(info);
        let_too_many_threads_be_seen();
    }));
}

fn remember(info: &PanicHookInfo<'_>) {
    let place = info.location().map(|place| Place {
        file: place.file().to_owned(),
        line: place.line(),
        column: place.column(),
    });
    let panicked = Panicked { message: text(info.payload()), place, thread: thread_name() };
    let mut seen = seen();
    if seen.len() < REMEMBERED {
        seen.push((thread::current().id(), panicked));
    }
}

/// A program that spawns without end panics when the system has no thread
/// left. The threads are the finding, not the panic: the checker, which looks
/// at the count from time to time, shall see them first.
fn let_too_many_threads_be_seen() {
    if threads::threads_now().is_some_and(|count| count > MANY_THREADS) {
        thread::sleep(Duration::from_secs(1));
    }
}

/// The panic behind a payload that was caught in this thread.
pub fn caught(payload: Box<dyn Any + Send>) -> Panicked {
    let message = text(&*payload);
    // Dropping it would run code of the learner's.
    std::mem::forget(payload);
    origin(&seen(), thread::current().id(), &message).unwrap_or_else(|| Panicked {
        message,
        place: None,
        thread: thread_name(),
    })
}

/// Picks from the panics seen, oldest first, the one that explains why thread
/// `me` unwinds with `message`.
fn origin(seen: &[(ThreadId, Panicked)], me: ThreadId, message: &str) -> Option<Panicked> {
    let of_a_child = || seen.iter().find(|(thread, _)| *thread != me);
    let same = |mine: bool| {
        let alike = move |(thread, panic): &&(ThreadId, Panicked)| {
            panic.message == message && (*thread == me) == mine
        };
        seen.iter().rev().find(alike)
    };
    let child = if is_second_hand(message) { of_a_child() } else { None };
    child.or_else(|| same(true)).or_else(|| same(false)).map(|(_, panic)| panic.clone())
}

/// Whether the message only says that another thread panicked.
fn is_second_hand(message: &str) -> bool {
    ["Any { .. }", "PoisonError", "a scoped thread panicked"]
        .iter()
        .any(|sign| message.contains(sign))
}

fn text(payload: &(dyn Any + Send)) -> String {
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => (*text).to_owned(),
        (_, Some(text)) => text.clone(),
        _ => "Box<dyn Any>".to_owned(),
    }
}

fn thread_name() -> Option<String> {
    thread::current().name().map(str::to_owned)
}

fn seen() -> std::sync::MutexGuard<'static, Vec<(ThreadId, Panicked)>> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panicked(message: &str) -> Panicked {
        Panicked { message: message.to_owned(), place: None, thread: None }
    }

    fn other() -> ThreadId {
        thread::spawn(|| thread::current().id()).join().unwrap()
    }

    #[test]
    fn a_failed_join_is_explained_by_the_childs_panic() {
        let me = thread::current().id();
        let unwrap = "called `Result::unwrap()` on an `Err` value: Any { .. }";
        let seen = [(other(), panicked("out of range")), (me, panicked(unwrap))];
        assert_eq!(origin(&seen, me, unwrap), Some(panicked("out of range")));
    }

    #[test]
    fn a_first_hand_panic_explains_itself() {
        let me = thread::current().id();
        let seen = [(other(), panicked("handled long ago")), (me, panicked("overflow"))];
        assert_eq!(origin(&seen, me, "overflow"), Some(panicked("overflow")));
    }

    #[test]
    fn a_resumed_panic_is_found_by_its_message() {
        let me = thread::current().id();
        let seen = [(other(), panicked("first")), (other(), panicked("second"))];
        assert_eq!(origin(&seen, me, "second"), Some(panicked("second")));
    }

    #[test]
    fn without_a_hook_the_payload_is_all_there_is() {
        assert_eq!(origin(&[], thread::current().id(), "lost"), None);
        let payload = panic::catch_unwind(|| panic::resume_unwind(Box::new("kept"))).unwrap_err();
        assert_eq!(caught(payload).message, "kept");
    }
}
