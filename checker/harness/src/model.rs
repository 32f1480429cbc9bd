//! Models, outcome sets and schedules: programs on the stand-ins, searched or
//! replayed in a process of their own.

use crate::roles::Role;
use crate::{channel, expect, limits};
use engine::{Bounds, Searcher};
use facts::{Fact, FailureKind, Order, Question, ReplayEnd, Search, Task};
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
    /// A schedule under which it fails, or none, if the learner says so.
    Failure { run: fn(), schedule: fn() -> Option<String> },
    /// What it comes to under this schedule, and what the learner says of it.
    Result { run: fn(), schedule: fn() -> String, claimed: fn() -> String },
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

/// Writes `main` for a file of programs about which the learner's file answers
/// questions; a program returns its outcome, and `failure` asks for none:
///
/// ```ignore
/// harness::answers! {
///     outcomes(two_visitors) => learner::ALL_RESULTS;
///     schedule(ten_each, ends: 2) => learner::SCHEDULE;
///     failure(both_locks) => learner::HOW_IT_FAILS; // None: it never does
///     result(one_seat, under: "A A B B") => learner::IS_SAFE;
/// }
/// ```
#[macro_export]
macro_rules! answers {
    ($($question:ident($model:ident $(, $_key:ident: $given:expr)?) => $answer:expr);* $(;)?) => {
        fn main() {
            $crate::models_main(&[$($crate::Model {
                name: stringify!($model),
                kind: $crate::answer_kind!($question, $model, $answer $(, $given)?),
            }),*])
        }
    };
}

/// What [`answers!`] makes of a line.
#[doc(hidden)]
#[macro_export]
macro_rules! answer_kind {
    (outcomes, $model:ident, $claimed:expr) => {
        $crate::Kind::Outcomes {
            run: || $crate::outcome($model()),
            claimed: || $claimed.into_iter().map(|value| value.to_string()).collect(),
        }
    };
    (schedule, $model:ident, $schedule:expr, $wanted:expr) => {
        $crate::Kind::Schedule {
            run: || $crate::outcome($model()),
            schedule: || $schedule.to_string(),
            wanted: || $wanted.to_string(),
        }
    };
    (failure, $model:ident, $schedule:expr) => {
        $crate::Kind::Failure {
            run: || $model(),
            schedule: || $schedule.map(|schedule| schedule.to_string()),
        }
    };
    (result, $model:ident, $claimed:expr, $schedule:expr) => {
        $crate::Kind::Result {
            run: || $crate::outcome($model()),
            schedule: || $schedule.to_string(),
            claimed: || $claimed.to_string(),
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
        Task::Model { name, search } | Task::Answer { name, search } => (name, search),
        Task::Case { .. } | Task::Claims { .. } => {
            channel::finish(Fact::Unsupported("a native case in a file of models".to_owned()))
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
            ask(Question::Outcomes { claimed: claimed() });
            channel::send(search_outcomes(search, run));
        }
        Kind::Schedule { run, schedule, wanted } => {
            ask(Question::Schedule);
            replay(&schedule(), Some(wanted()), run);
        }
        Kind::Failure { run, schedule } => {
            let schedule = schedule();
            ask(Question::Failure { claimed: schedule.is_some() });
            let end = schedule.map(|schedule| replay(&schedule, None, run));
            // Whether it can fail at all matters where nothing has failed.
            if matches!(end, None | Some(ReplayEnd::Finished)) {
                channel::send(search_all(search, run));
            }
        }
        Kind::Result { run, schedule, claimed } => {
            ask(Question::Result);
            replay(&schedule(), Some(claimed()), run);
        }
    }
    channel::finish(Fact::Completed)
}

fn ask(question: Question) {
    channel::send(Fact::Asked(question));
}

fn replay(schedule: &str, wanted: Option<String>, run: fn()) -> ReplayEnd {
    let replay = engine::replay(schedule, wanted, REPLAY_STEPS, run);
    let end = replay.end.clone();
    channel::send(Fact::Replayed(replay));
    end
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
