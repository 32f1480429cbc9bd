//! Starting, ending and joining threads.

use crate::action::Action;
use crate::clock::MAX_THREADS;
use crate::execution::{End, with};
use crate::memory::{Quiet, quiet, watched};
use crate::object::{Access, Place};
use crate::thread::Exit;
use corosensei::Yielder;
use facts::{Effect, FailureKind, Limit, Panicked};
use std::cell::{Cell, RefCell};
use std::panic::AssertUnwindSafe;
use std::rc::Rc;

/// What `thread::scope` panics with when a thread in it did.
pub const SCOPE_PANICKED: &str = "a scoped thread panicked";

type Body = Box<dyn FnOnce()>;

thread_local! {
    static REQUESTED: RefCell<Vec<(usize, Body)>> = const { RefCell::new(Vec::new()) };
}

/// Threads spawned since the last call, for the driver to start.
pub(crate) fn requested() -> Vec<(usize, Body)> {
    REQUESTED.take()
}

/// A thread that can be waited for.
#[derive(Clone)]
pub struct Handle(Rc<Exit>);

/// Starts a thread that runs `f`, up to its first step; the caller keeps its
/// turn. `f` catches the thread's panic, keeps the payload for whoever joins,
/// and returns what it says.
pub fn spawn(
    name: Option<String>,
    place: Place,
    f: impl FnOnce() -> Result<(), String> + 'static,
) -> Handle {
    // The name lives as long as the execution; the learner's need not.
    let kept = quiet(|| name.as_deref().map(str::to_owned));
    drop(name);
    let _quiet = Quiet::new();
    let slot = with(|execution| {
        let slot = execution.add_thread(kept, Some(place));
        if slot.is_none() {
            execution.finish(End::Cut(Limit::Threads(MAX_THREADS)));
        }
        slot
    });
    let Some(slot) = slot else { halt() };
    let here = Here::new();
    let exit = with(|execution| {
        let exit = Rc::clone(&execution.thread_at(slot).exit);
        let action = Action::new("spawn", Effect::Spawn, place).to(exit.serial);
        execution.note(&action, |_| ());
        execution.start_at_once(slot);
        exit
    });
    REQUESTED.with_borrow_mut(|requested| requested.push((slot, Box::new(move || body(f)))));
    here.suspend();
    Handle(exit)
}

/// What runs on every thread's stack.
pub(crate) fn body(f: impl FnOnce() -> Result<(), String>) {
    if let Err(message) = watched(f) {
        end_in_panic(message);
    }
    if crate::local::any_to_drop() {
        tell_return();
    }
    crate::local::drop_all();
    leave();
}

/// Runs `f`; a panic becomes what it said. A payload is the learner's value,
/// whose destructor may do anything, so it is leaked.
pub(crate) fn catch(f: impl FnOnce()) -> Result<(), String> {
    crate::unwinding::catch(AssertUnwindSafe(f)).map_err(|payload| {
        let message = crate::panics::panic_message(payload.as_ref());
        std::mem::forget(payload);
        message
    })
}

/// Notes the panic; in the main thread it is the end.
fn end_in_panic(message: String) {
    let over = with(|execution| {
        let told = execution.thread_mut().told.take().filter(|told| told.message == message);
        let panic = told.unwrap_or_else(|| Panicked {
            message,
            place: None,
            thread: execution.thread().exit.name.clone(),
        });
        execution.thread_mut().panic = Some(panic.clone());
        let is_main = execution.slot() == 0;
        if is_main {
            let kind = execution.root_panic(panic);
            execution.finish(End::Failed(kind));
        }
        is_main
    });
    if over {
        halt();
    }
}

/// A scope waits for no more than this.
fn tell_return() {
    let exit = with(|execution| Rc::clone(&execution.thread().exit));
    Action::new("exit", Effect::Other, exit.object.created())
        .on(&exit.return_object, &*exit, Access::Release)
        .take(|turn| {
            turn.release();
            exit.returned.set(true);
        });
    hide_exit();
}

/// The thread's last step.
fn leave() {
    let exit = with(|execution| Rc::clone(&execution.thread().exit));
    Action::new("exit", Effect::Other, exit.object.created())
        .on(&exit.object, &*exit, Access::Release)
        .take(|turn| {
            turn.release();
            exit.finished.set(true);
        });
    hide_exit();
}

/// It is not a step that a learner wrote.
fn hide_exit() {
    with(|execution| {
        let last = execution.steps.iter().rposition(|step| step.op == "exit");
        execution.steps.remove(last.expect("it was just taken"));
    });
}

impl Handle {
    /// Waits until the thread is done. Returns its panic, if it ended in one.
    pub fn join(&self, place: Place) -> Option<Panicked> {
        let exit = &self.0;
        Action::new("join", Effect::Join, place)
            .on(&exit.object, &**exit, Access::Acquire)
            .to(exit.serial)
            .when(&|| exit.finished.get())
            .take(|turn| {
                turn.acquire();
                exit.observed.set(true);
                let slot = turn.execution.slot_of(exit.serial);
                slot.and_then(|slot| turn.execution.thread_at(slot).panic.clone())
            })
    }

    /// Waits until the thread's closure has returned, as a scope does: it does
    /// not wait for thread-locals. Returns the panic, if there was one.
    pub fn await_return(&self, place: Place) -> Option<Panicked> {
        let exit = &self.0;
        Action::new("join", Effect::Join, place)
            .on(&exit.return_object, &**exit, Access::Acquire)
            .on(&exit.object, &**exit, Access::Acquire)
            .to(exit.serial)
            .when(&|| exit.finished.get() || exit.returned.get())
            .take(|turn| {
                if exit.returned.get() {
                    // Whatever came after that, this did not need it.
                    turn.acted_beside([]);
                    turn.acquire();
                } else {
                    turn.acquire_beside(&exit.object);
                }
                exit.observed.set(true);
                let slot = turn.execution.slot_of(exit.serial);
                slot.and_then(|slot| turn.execution.thread_at(slot).panic.clone())
            })
    }

    /// Whether the thread is done.
    pub fn is_finished(&self, place: Place) -> bool {
        let exit = &self.0;
        Action::new("is_finished", Effect::Read, place)
            .on(&exit.object, &**exit, Access::Read)
            .to(exit.serial)
            .take(|turn| {
                let finished = exit.finished.get();
                if finished {
                    turn.acquire();
                }
                turn.changed_nothing();
                turn.result(crate::Value::bool(finished));
                finished
            })
    }

    /// The number of the thread, unique in the execution.
    #[must_use]
    pub fn serial(&self) -> usize {
        self.0.serial
    }

    /// Whether somebody has joined the thread.
    #[must_use]
    pub fn is_observed(&self) -> bool {
        self.0.observed.get()
    }

    /// The name the thread was given.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// Gives the thread the token that `park` waits for.
    pub fn unpark(&self, place: Place) {
        let exit = &self.0;
        Action::new("unpark", Effect::Notify, place)
            .on(&exit.token_object, &**exit, Access::Write)
            .to(exit.serial)
            .take(|turn| {
                turn.release();
                exit.token.set(true);
            });
    }
}

/// The running thread.
#[must_use]
pub fn current() -> Handle {
    Handle(with(|execution| Rc::clone(&execution.thread().exit)))
}

/// Waits for the running thread's token and takes it. It may return without:
/// spuriously, or because time passed where `timed`. Whether it was the latter.
pub fn park(op: &'static str, timed: bool, place: Place) -> bool {
    let exit = current().0;
    let spurious = Cell::new(false);
    Action::new(op, Effect::Wait, place).on(&exit.token_object, &*exit, Access::Write).take(
        |turn| {
            spurious.set(!exit.token.get() && turn.adversary(2) == 1);
            turn.step.adversarial = false;
        },
    );
    let ready = || exit.token.get() || spurious.get();
    let mut action = Action::new(op, Effect::Wake, place)
        .on(&exit.token_object, &*exit, Access::Write)
        .when(&ready);
    if timed {
        action = action.or_time_passes();
    }
    action.take(|turn| {
        turn.call_it("wake", Effect::Wake);
        if exit.token.replace(false) {
            turn.acquire();
        } else {
            turn.step.adversarial = spurious.get();
        }
        turn.timed_out()
    })
}

/// Where the current thread stands: taken before its turn is given away.
pub(crate) struct Here {
    yielder: *const Yielder<(), ()>,
    slot: usize,
}

impl Here {
    pub(crate) fn new() -> Self {
        with(|execution| Self { yielder: execution.thread().yielder, slot: execution.slot() })
    }

    /// Gives the turn back to the driver until it comes again.
    pub(crate) fn suspend(&self) {
        let _reasons = crate::memory::Reasons::keep();
        crate::unwinding::suspends(self.slot);
        // SAFETY: set when the coroutine started, and it is the one running.
        unsafe { (*self.yielder).suspend(()) };
        crate::unwinding::resumes(self.slot);
    }
}

/// Stays where it is: the execution is over.
pub(crate) fn halt() -> ! {
    let here = Here::new();
    loop {
        here.suspend();
    }
}

/// Ends the execution as failed.
pub fn fail(kind: FailureKind) -> ! {
    with(|execution| execution.finish(End::Failed(kind)));
    halt()
}

/// Ends the execution because something in it is not modelled.
pub fn cannot_model(what: &str) -> ! {
    with(|execution| execution.finish(End::Cut(Limit::Unsupported(what.to_owned()))));
    halt()
}
