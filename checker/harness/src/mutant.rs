//! Mutants: the learner's own test, tried on implementations with and without
//! a seeded bug, one process each.
//!
//! Each implementation says [`executed!`](crate::executed!) in its `new`: that
//! counts an execution of the model once, however many objects the test makes.
//!
//! A bug that survives is looked for once more, in the model build and in a
//! scene of ours, to show the learner an execution in which it does harm.

use crate::case::{no_such_case, ordered};
use crate::{channel, panics};
use facts::{Fact, Tried};
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

static EXECUTIONS: AtomicU64 = AtomicU64::new(0);

/// The learner's test, applied to one implementation.
#[derive(Debug, Clone, Copy)]
pub struct Mutant {
    pub name: &'static str,
    pub has_bug: bool,
    pub test: fn(),
}

/// Writes `main` for a file of mutants:
/// `mutants! { bugs: [lost_update => two_hits::<LoadAndStore>], right: [atomic_add] }`.
/// Behind each bug stands a scene that fails on it.
///
/// In a native build the learner's test is tried on each. In a model build,
/// where the stand-in of loom is, each bug is searched for in its scene, and
/// for each right implementation the learner's test is the model.
#[cfg(not(feature = "model"))]
#[macro_export]
macro_rules! mutants {
    (
        bugs: [$($bug:ident => $scene:expr),* $(,)?],
        right: [$($right:ident),* $(,)?] $(,)?
    ) => {
        fn main() {
            let _: &[fn()] = &[$($scene),*];
            $crate::mutants_main(&[
                $($crate::Mutant { name: stringify!($bug), has_bug: true, test: $bug },)*
                $($crate::Mutant { name: stringify!($right), has_bug: false, test: $right },)*
            ])
        }
    };
}

/// The same in a model build.
#[cfg(feature = "model")]
#[macro_export]
macro_rules! mutants {
    (
        bugs: [$($bug:ident => $scene:expr),* $(,)?],
        right: [$($right:ident),* $(,)?] $(,)?
    ) => {
        fn main() {
            let _: &[fn()] = &[$($bug),*];
            $crate::models_main(&[
                $($crate::Model {
                    name: stringify!($bug),
                    kind: $crate::Kind::Holds(|| $scene()),
                },)*
                $($crate::Model {
                    name: stringify!($right),
                    kind: $crate::Kind::Holds(|| $right()),
                },)*
            ])
        }
    };
}

/// Counts the execution at hand, if it was not counted yet.
#[cfg(not(feature = "model"))]
#[macro_export]
macro_rules! executed {
    () => {{
        loom::lazy_static! {
            static ref EXECUTION: () = $crate::executed();
        }
        *EXECUTION
    }};
}

/// The engine counts for itself.
#[cfg(feature = "model")]
#[macro_export]
macro_rules! executed {
    () => {};
}

/// Counts one execution of the learner's model.
pub fn executed() {
    EXECUTIONS.fetch_add(1, Ordering::Relaxed);
}

/// What `main` does. The last `Tried` counts: one is sent as soon as the test
/// panics, because a model that unwinds can panic again and abort.
pub fn mutants_main(mutants: &[Mutant]) -> ! {
    let name = ordered(|| mutants.iter().map(|mutant| mutant.name.to_owned()).collect());
    let Some(mutant) = mutants.iter().find(|mutant| mutant.name == name) else {
        no_such_case(&name)
    };
    report_the_first_panic(mutant.has_bug);
    let end = catch_unwind(AssertUnwindSafe(mutant.test));
    let rejected_with = end.err().map(|payload| panics::caught(payload).message);
    channel::send(tried(mutant.has_bug, rejected_with));
    channel::finish(Fact::Completed)
}

fn report_the_first_panic(has_bug: bool) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let message = info.payload_as_str().unwrap_or("Box<dyn Any>");
        channel::send(tried(has_bug, Some(message.to_owned())));
        before(info);
    }));
}

fn tried(has_bug: bool, rejected_with: Option<String>) -> Fact {
    Fact::Tried(Tried { has_bug, rejected_with, executions: EXECUTIONS.load(Ordering::Relaxed) })
}
