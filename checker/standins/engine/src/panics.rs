//! Panics of a model, heard as they begin.

use crate::action::Action;
use crate::execution::PANIC;
use crate::execution::with;
use crate::memory::Quiet;
use crate::record::place;
use facts::{Effect, FailureKind, Panicked};
use std::any::Any;
use std::panic::{self, Location};

/// Beginnings of what std says when it finds undefined behaviour, or a panic
/// where none may be: it then aborts the process.
const ENDS: [&str; 5] = [
    "unsafe precondition(s) violated",
    "null pointer dereference occurred",
    "misaligned pointer dereference",
    "panic in a function that cannot unwind",
    "panic in a destructor during cleanup",
];

/// What a panic said, where it said anything.
#[must_use]
pub fn panic_message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic whose payload is not text".to_owned())
}

/// Notes each panic as it begins, from here on. Those of a model are part of its
/// executions, and nothing to print.
pub fn hear_panics() {
    panic::set_hook(Box::new(|info| {
        let message = panic_message(info.payload());
        if crate::is_active() {
            let ends = ENDS.iter().any(|start| message.starts_with(start));
            panicking(message, info.location().map(place));
            if ends {
                end_in_abort();
            }
        } else {
            let at = info.location().map(ToString::to_string).unwrap_or_default();
            eprintln!("panic outside a model at {at}: {message}");
        }
    }));
}

/// The panic that was just noted is the end of the process.
fn end_in_abort() -> ! {
    let (thread, panic) = with(|execution| {
        let thread = execution.thread_mut();
        let (serial, last) = (thread.serial, thread.told.take().expect("it was just noted"));
        // The panic that the thread was unwinding from says more than the end.
        let before = execution.panics_of(serial).nth(1).unwrap_or(last);
        execution.cause(serial, before)
    });
    crate::fail(FailureKind::Panicked { thread, panic })
}

fn panicking(message: String, place: Option<facts::Place>) {
    let _quiet = Quiet::new();
    crate::unwinding::begins();
    with(|execution| {
        let thread = execution.thread().exit.name.clone();
        let at = execution.steps.last().map_or(Location::caller(), |step| step.place);
        let action = Action::new(PANIC, Effect::Other, at);
        execution.note(&action, |step| {
            step.text = Some(message.clone().into());
            step.source = place.clone().map(Box::new);
        });
        execution.thread_mut().told = Some(Panicked { message, place, thread });
        execution.panics += 1;
    });
}
