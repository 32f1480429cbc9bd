//! One thing found wrong with a learner's file, with its evidence.

use facts::{Failure, Outcome, Panicked, Pass, Replay, Trial, Unmet};
use serde::Serialize;

/// One way of judging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    Compile,
    Rules,
    Bounds,
    Answer,
    Test,
    Mutation,
    Model,
    Speed,
}

impl Step {
    /// The word used in reports and in `//@ caught-by:`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compile => "compile",
            Self::Rules => "rules",
            Self::Bounds => "bounds",
            Self::Answer => "answer",
            Self::Test => "test",
            Self::Mutation => "mutation",
            Self::Model => "model",
            Self::Speed => "speed",
        }
    }
}

/// One thing found, with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    pub step: Step,
    /// The hidden case that found it, if one did.
    pub case: Option<Case>,
    pub evidence: Evidence,
}

/// A case of a hidden file: a function, its doc comment and its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Case {
    pub name: String,
    /// The doc comment above the function, joined to one paragraph.
    pub summary: String,
    /// The function's code, as shown when it fails.
    pub code: String,
    /// Name of the hidden file, `tests.rs`.
    pub file: String,
    /// Line of the `fn`, from 1.
    pub line: u32,
    /// The whole text of that file, for the names of what it shares.
    #[serde(skip)]
    pub text: String,
}

/// What was seen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Evidence {
    /// rustc's own rendering of each error, with paths as the learner knows them.
    CompileErrors {
        rendered: Vec<String>,
    },
    /// The file breaks a rule of the exercise.
    RuleBroken {
        rule: String,
        rendered: String,
    },
    /// A function that the compiler must refuse compiles.
    MisuseCompiles,
    Unmet(Unmet),
    Panicked(Panicked),
    /// The program left before the case was over.
    LeftEarly {
        exit_code: Option<i32>,
        output: String,
    },
    /// The program was ended by a signal.
    Killed {
        signal: i32,
        stack_overflow: bool,
        output: String,
    },
    /// Some thread used so much CPU time while all the others waited.
    BusyWaiting {
        cpu_seconds: u64,
    },
    OutOfMemory {
        mib: u64,
    },
    TooManyThreads {
        threads: usize,
    },
    /// Nothing happened within the limit.
    Hung {
        hang: Hang,
        seconds: f64,
        output: String,
    },
    /// Processes were still there when the case was over; they were ended.
    LeftProcesses {
        count: usize,
    },
    /// A line on the verdict channel did not come from the harness.
    ForgedReport,
    ModelFailed {
        failure: Box<Failure>,
        passes: Vec<Pass>,
    },
    /// The answer lists the wrong outcomes.
    WrongOutcomes {
        missing: Vec<Outcome>,
        extra: Vec<String>,
        executions: u64,
    },
    /// The learner's schedule cannot be followed, or does not come to what it
    /// should.
    ReplayFailed {
        replay: Box<Replay>,
    },
    /// Under a given schedule the program ends with another value.
    WrongResult {
        replay: Box<Replay>,
    },
    /// The program fails, and was said never to.
    CanFail {
        failure: Box<Failure>,
        passes: Vec<Pass>,
    },
    /// No execution of the program fails, and it was said to.
    CannotFail {
        replay: Box<Replay>,
        executions: u64,
    },
    TooSlow {
        ratio: f64,
        wanted: f64,
        cpus: usize,
        trials: Vec<Trial>,
    },
    /// The learner's test accepts an implementation with a bug.
    BugSurvived {
        executions: u64,
        /// An execution of our own test in which the bug shows.
        witness: Option<Box<Witness>>,
    },
    /// The learner's test rejects a right implementation.
    RightRejected {
        message: String,
        /// An execution of the learner's test that fails in the same way.
        witness: Option<Box<Witness>>,
    },
    /// The learner's test explored a single execution, so it proves nothing.
    Vacuous {
        executions: u64,
    },
}

/// An execution of one implementation, searched on the stand-ins for what a
/// test on the real crate did not show.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Witness {
    pub failure: Failure,
    pub passes: Vec<Pass>,
    /// The functions of the implementation that were at work.
    pub code: Vec<Case>,
}

/// Why a program that reached its time limit was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hang {
    /// Every thread is blocked.
    Deadlock { threads: usize },
    /// Threads are running: a livelock, an endless loop, or merely too slow.
    Running { threads: usize, busy: usize },
}
