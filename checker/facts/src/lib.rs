//! What a judged program and the checker say to each other.
//!
//! Plain data in both directions, one line each: the checker sends one
//! [`Order`], the harness answers with [`Message`]s. Facts carry numbers,
//! names and places; no sentence for a learner is written on this side.

mod answer;
mod claim;
mod order;
mod search;
pub mod speedup;
pub mod timeline;
mod trace;
pub mod wire;

pub use answer::Question;
pub use claim::{Claim, OwnRun};
pub use order::{Limits, Order, Search, Task};
pub use search::{
    ENOUGH, ENOUGH_WITH_ADVERSARY, Failure, FailureKind, Limit, Outcome, Pass, Replay, ReplayEnd,
    Sample, Searched,
};
pub use trace::{Blocked, Effect, Held, Object, Place, Step, Thread, Trace};

use serde::{Deserialize, Serialize};

/// One line from the harness: a fact and the proof that the harness sent it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The secret of the [`Order`] this answers.
    pub secret: String,
    pub fact: Fact,
}

/// One thing that happened while a judged program ran.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// Answer to [`Task::List`]: the names, in the order of the hidden file.
    Names(Vec<String>),
    /// The case ran to its end and every expectation in it held.
    Completed,
    /// An expectation of the hidden file did not hold; the case ended there.
    Unmet(Unmet),
    /// A thread of the case panicked and nobody handled it; the case ended there.
    Panicked(Panicked),
    /// The program asked for more memory than [`Limits::memory_mib`].
    OutOfMemory { mib: u64 },
    /// Some thread used more CPU time than this while nothing could happen but
    /// that those who wait go on.
    BusyWaiting { cpu_seconds: u64 },
    /// A number worth telling whatever the verdict, such as an operation count.
    Note(Note),
    /// CPU and wall time the case used between two points the hidden file chose.
    Measured(Measured),
    /// The result of a model search.
    Searched(Box<Searched>),
    /// What a program is about to be asked, and what the learner's file says.
    Asked(Question),
    /// The result of replaying a schedule.
    Replayed(Replay),
    /// What one seeded implementation did to the learner's own test.
    Tried(Tried),
    /// What the threads of a program did while it ran.
    Recorded(Box<timeline::Timeline>),
    /// The work and span of a program.
    Graph(Box<speedup::Graph>),
    /// How long the serial and the parallel program took.
    Pairs(Vec<speedup::Pair>),
    /// How long copies of the serial program took beside each other.
    Copies(Vec<speedup::Copies>),
    /// The harness cannot do what was asked on this machine, and why.
    Unsupported(String),
}

/// An expectation that did not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmet {
    /// The quantity, as a noun phrase: "hits after both visitors left".
    pub what: String,
    pub got: String,
    /// What was wanted, as a value or a bound: "2", "at most 6".
    pub want: String,
    /// Where in the hidden file.
    pub place: Place,
}

/// A panic nobody handled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panicked {
    pub message: String,
    pub place: Option<Place>,
    /// The thread's name, where it has one.
    pub thread: Option<String>,
}

/// A number with its name and unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub what: String,
    pub value: f64,
    /// "ms", "operations", "threads"; empty for a plain count.
    pub unit: String,
}

/// Speed trials of one case: paired runs of the serial program, the learner's
/// and our own solution, each on fresh input, in seconds of wall time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// How many CPUs the process could use.
    pub cpus: usize,
    pub trials: Vec<Trial>,
}

/// One pair of runs, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    pub serial: f64,
    pub learner: f64,
    pub ours: f64,
}

/// What the learner's test said of one implementation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// Whether the implementation has a seeded bug.
    pub has_bug: bool,
    /// The panic with which the test rejected the implementation.
    pub rejected_with: Option<String>,
    /// How many executions the learner's test explored.
    pub executions: u64,
}
