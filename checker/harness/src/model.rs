//! Models, outcome sets and schedules: programs on the stand-ins, searched or
//! replayed in a process of their own.

use crate::roles::Role;
use crate::{channel, expect, limits};
use engine::{Bounds, Searcher};
use facts::{Fact, FailureKind, Order, Search, Task};
use standin_std::thread;
use std::cell::{Cell, RefCell};
use std::panic;

/// Operations of one replayed execution before it is given up.
const REPLAY_STEPS: usize = 10_000;

/// The test that `explore` makes of a file's `main`.
const MAIN: &str = "main_";

/// A program to search or replay.
#[derive(Clone, Copy)]
pub struct Model {
    pub name: &'static str,
    pub kind: Kind,
}

/// What is asked of a program.
#[derive(Clone, Copy)]
pub enum Kind {
    /// That it fails in no execution.
    Holds(fn()),
    /// As [`Kind::Holds`], for a `#[test]` function. One that must panic does
    /// so with these words in its message.
    Test { run: fn() -> Result<(), String>, must_panic: Option<&'static str> },
    /// The set of its outcomes, and what the learner claims it to be.
    Outcomes { run: fn(), claimed: fn() -> Vec<String> },
    /// What it comes to under the learner's schedule, and what it should.
    Schedule { run: fn(), schedule: fn() -> String, wanted: fn() -> String },
}

/// Writes `main` for a file of models: `models![first, second]`.
#[macro_export]
macro_rules! models {
    ($($model:ident),* $(,)?) => {
        fn main() {
            $crate::models_main(&[$($crate::Model {
                name: stringify!($model),
                kind: $crate::Kind::Holds(|| $model()),
            }),*])
        }
    };
}

/// Writes `main` for a file of programs whose outcomes the learner states:
/// `outcomes![program => learner::CONSTANT]`. A program returns its outcome.
#[macro_export]
macro_rules! outcomes {
    ($($model:ident => $claimed:expr),* $(,)?) => {
        fn main() {
            $crate::models_main(&[$($crate::Model {
                name: stringify!($model),
                kind: $crate::Kind::Outcomes {
                    run: || $crate::outcome($model()),
                    claimed: || $claimed.into_iter().map(|value| value.to_string()).collect(),
                },
            }),*])
        }
    };
}

/// Writes `main` for a file of programs that the learner schedules:
/// `schedules![program => learner::SCHEDULE, wanted]`, more after `;`.
#[macro_export]
macro_rules! schedules {
    ($($model:ident => $schedule:expr, $wanted:expr);* $(;)?) => {
        fn main() {
            $crate::models_main(&[$($crate::Model {
                name: stringify!($model),
                kind: $crate::Kind::Schedule {
                    run: || $crate::outcome($model()),
                    schedule: || $schedule.to_string(),
                    wanted: || $wanted.to_string(),
                },
            }),*])
        }
    };
}

thread_local! {
    /// The role that runs in the main thread; the others are spawned.
    static IN_MAIN: Cell<Option<usize>> = const { Cell::new(None) };
    static NAMES: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// What [`roles!`](crate::roles!) does.
pub fn run_roles(roles: Vec<Role<'_>>) {
    // What is kept from one execution to the next is no leak of the learner's.
    engine::memory::quiet(|| NAMES.set(roles.iter().map(|(name, _)| *name).collect()));
    let in_main = IN_MAIN.get();
    thread::scope(|scope| {
        let mut mine = None;
        for (index, (name, body)) in roles.into_iter().enumerate() {
            if in_main == Some(index) {
                mine = Some(body);
                continue;
            }
            let thread = thread::Builder::new().name(name.to_owned());
            thread.spawn_scoped(scope, body).expect("the engine ends what it cannot hold");
        }
        if let Some(body) = mine {
            body();
        }
    });
}

/// States what the program came to.
pub fn outcome(value: impl ToString) {
    engine::outcome(&value.to_string());
}

/// What `main` does: obey the order and end the process.
pub fn models_main(models: &[Model]) -> ! {
    let Order { limits, task, .. } = channel::open();
    let (name, search) = match task {
        Task::List => {
            channel::finish(Fact::Names(models.iter().map(|model| model.name.to_owned()).collect()))
        }
        Task::Model { name, search } => (name, search),
        Task::Replay { name } | Task::Case { name } => {
            (name, Search { seconds: 10.0, steps: REPLAY_STEPS, bound: None })
        }
    };
    if let Err(reason) = limits::set(&limits) {
        channel::finish(Fact::Unsupported(reason));
    }
    let Some(model) = models.iter().find(|model| model.name == name) else {
        crate::case::no_such_case(&name)
    };
    engine::hear_panics();
    if name == MAIN {
        engine::process::model_is_a_program();
    }
    expect::on_unmet(|unmet| {
        if engine::is_active() {
            engine::fail(FailureKind::Unmet(unmet))
        }
        channel::finish(Fact::Unmet(unmet))
    });
    match model.kind {
        Kind::Holds(run) => channel::send(search_all(search, run)),
        Kind::Test { run, must_panic } => {
            let run = move || run_test(run, must_panic);
            channel::send(search_all(search, run));
        }
        Kind::Outcomes { run, claimed } => {
            channel::send(Fact::Claimed(claimed()));
            channel::send(search_outcomes(search, run));
        }
        Kind::Schedule { run, schedule, wanted } => {
            let replay = engine::replay(&schedule(), wanted(), REPLAY_STEPS, run);
            channel::send(Fact::Replayed(replay));
        }
    }
    channel::finish(Fact::Completed)
}

fn run_test(run: fn() -> Result<(), String>, must_panic: Option<&'static str>) {
    let Some(words) = must_panic else {
        return run().unwrap_or_else(|error| panic!("{error}"));
    };
    let Err(payload) = panic::catch_unwind(run) else {
        panic!("the test did not panic as it should");
    };
    let message = engine::panic_message(&*payload);
    assert!(message.contains(words), "the test panicked with {message:?} and not {words:?}");
}

/// Every role spawned, bound by bound; then each role in the main thread.
fn search_all(search: Search, run: impl Fn() + 'static) -> Fact {
    let mut searcher = Searcher::new(search, run);
    searcher.by_bounds();
    for (index, name) in NAMES.with_borrow(Clone::clone).into_iter().enumerate() {
        if searcher.has_failed() || searcher.is_cut() {
            break;
        }
        IN_MAIN.set(Some(index));
        searcher.with_main(name);
    }
    Fact::Searched(Box::new(searcher.result()))
}

/// One search without bound: an outcome may need any number of preemptions.
fn search_outcomes(search: Search, run: fn()) -> Fact {
    let mut searcher = Searcher::new(search, run);
    searcher.pass(Bounds { preemptions: None, reduce: true }, false, None);
    Fact::Searched(Box::new(searcher.result()))
}
