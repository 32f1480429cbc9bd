//! Searches the executions of a small concurrent program.
//!
//! The stand-ins are state and guarded atomic actions on it; this crate decides
//! whose action comes next, writes every action down, and walks the tree of all
//! decisions: whose turn it is, which store a load returns, and whatever else
//! std leaves open. Everything runs on one operating-system thread, each thread
//! of the program a coroutine, so that an execution costs microseconds and can
//! be repeated exactly.
//!
//! The walk leaves out interleavings that differ only in the order of actions
//! that do not conflict (dynamic partial-order reduction, Flanagan and
//! Godefroid 2005, with sleep sets; under a preemption bound with the extra
//! states of Coons, Musuvathi and McKinley 2013). `tests/` holds it against the
//! naive walk, which leaves out nothing.

mod action;
pub mod atomic;
pub mod cell;
pub mod channel;
mod clock;
pub mod condvar;
mod execution;
mod fairness;
mod foresight;
pub mod history;
mod local;
pub mod lock;
pub mod memory;
mod numbered;
mod object;
pub mod once;
mod panics;
mod path;
pub mod process;
mod record;
mod sample;
mod script;
mod search;
pub mod shared;
mod spawn;
mod spin;
mod statics;
mod thread;
pub mod time;
mod turn;
pub mod unwinding;
mod value;

pub use action::Action;
pub use clock::Knowledge;
pub use execution::is_active;
pub use local::{thread_local, try_thread_local};
pub use object::{Access, Object, Place};
pub use panics::{hear_panics, panic_message};
pub use path::Bounds;
pub use record::place;
pub use search::{Searcher, replay};
pub use spawn::{Handle, SCOPE_PANICKED, cannot_model, current, fail, park, spawn};
pub use statics::keep_static;
pub use thread::want_stack;
pub use turn::{Baton, Turn};
pub use value::{Shape, Value};

/// States the outcome of the execution at hand: what the model came to.
pub fn outcome(value: &str) {
    execution::with(|execution| execution.outcome = Some(value.to_owned()));
}

/// A number that differs from one execution to the next.
#[must_use]
pub fn execution_number() -> u64 {
    execution::with(|execution| execution.number)
}
