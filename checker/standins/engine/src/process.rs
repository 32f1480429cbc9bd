//! The end of the process that a model's program runs in.

use crate::execution::{End, with};
use facts::{FailureKind, Panicked};
use std::cell::Cell;

thread_local! {
    static IS_PROGRAM: Cell<bool> = const { Cell::new(false) };
}

/// Says that the model is a whole program: it may end its process.
pub fn model_is_a_program() {
    IS_PROGRAM.set(true);
}

/// Ends the execution, with nothing wrong where the model is a whole program.
/// Anywhere else whoever calls a function of the program waits for its answer.
pub fn exit() -> ! {
    if !IS_PROGRAM.get() {
        crate::cannot_model("process::exit");
    }
    with(|execution| execution.finish(End::Done));
    crate::spawn::halt()
}

/// Ends the execution as one in which the process was ended for `reason`.
pub fn abort(reason: String) -> ! {
    let (thread, name) = with(|execution| {
        let thread = execution.thread();
        (thread.serial, thread.exit.name.clone())
    });
    let panic = Panicked { message: reason, place: None, thread: name };
    crate::fail(FailureKind::Panicked { thread, panic })
}
