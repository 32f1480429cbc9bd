//! Native cases: one function each, one process each.

use crate::{channel, claims, limits, panics};
use facts::{Fact, Order, Task};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A case of a hidden file.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    pub name: &'static str,
    pub run: fn(),
}

/// Writes `main` for a file of native cases: `cases![first, second]`.
#[macro_export]
macro_rules! cases {
    ($($case:ident),* $(,)?) => {
        fn main() {
            $crate::cases_main(&[$($crate::Case { name: stringify!($case), run: $case }),*])
        }
    };
}

/// What `main` does: obey the order and end the process.
pub fn cases_main(cases: &[Case]) -> ! {
    let name = ordered(|| cases.iter().map(|case| case.name.to_owned()).collect());
    let Some(case) = cases.iter().find(|case| case.name == name) else { no_such_case(&name) };
    match catch_unwind(AssertUnwindSafe(case.run)) {
        Ok(()) => channel::finish(Fact::Completed),
        Err(payload) => channel::finish(Fact::Panicked(panics::caught(payload))),
    }
}

/// Takes the order, answers it if it asks for names only, and otherwise makes
/// the process ready for learner code. Returns the name of the case to run.
pub(crate) fn ordered(names: impl FnOnce() -> Vec<String>) -> String {
    let Order { limits, task, .. } = channel::open();
    let name = match task {
        Task::List => channel::finish(Fact::Names(names())),
        Task::Case { name } => name,
        Task::Claims { name, claims } => {
            claims::set(claims);
            name
        }
        other => channel::finish(Fact::Unsupported(format!("{other:?} in a native file"))),
    };
    if let Err(reason) = limits::set(&limits) {
        channel::finish(Fact::Unsupported(reason));
    }
    panics::install();
    name
}

pub(crate) fn no_such_case(name: &str) -> ! {
    channel::finish(Fact::Unsupported(format!("no case named {name}")))
}
