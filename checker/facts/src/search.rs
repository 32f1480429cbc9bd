//! What a model search found.

use crate::{Blocked, Panicked, Trace, Unmet};
use serde::{Deserialize, Serialize};

/// Preemptions that a search must have allowed for to count where time ran out
/// beyond them: nearly every known bug takes no more (Lu et al. 2008), and the
/// verdict line says how far the search went.
pub const ENOUGH: usize = 2;

/// Preemptions that go with adversaries then.
pub const ENOUGH_WITH_ADVERSARY: usize = 1;

/// The result of searching the executions of one model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Searched {
    /// Every pass that was begun, in order; the last one decides.
    pub passes: Vec<Pass>,
    /// The best failing execution of the pass that failed.
    pub failure: Option<Failure>,
    /// Memory that every execution left behind, for the best of them.
    pub leak: Option<Failure>,
    /// Executions drawn at random, where there were too many to walk.
    pub sample: Option<Sample>,
    /// Whether plain loads and stores were seen.
    pub watched: bool,
    /// What cut the search short, if anything did.
    pub limit: Option<Limit>,
    /// Every outcome seen, for a model that states outcomes.
    pub outcomes: Vec<Outcome>,
    /// Whether two threads touched one object in some execution. A search that
    /// saw nothing shared says nothing of how threads interleave.
    pub shared: bool,
    /// How many threads did something while others could, in the first execution
    /// of each pass.
    pub threads: usize,
}

/// Executions drawn at random.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    pub executions: u64,
    /// Those of them that threads ran in order of random priorities, with one
    /// change at a random step.
    pub with_one_change: u64,
    /// Of the largest execution.
    pub threads: usize,
    pub steps: usize,
}

impl Sample {
    /// The chance that a mistake which takes one preemption shows in none of
    /// the executions (Burckhardt, Kothari, Musuvathi and Nagarakatte 2010).
    #[must_use]
    pub fn missed(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a bound is all that is wanted")]
        let (places, runs) = ((self.threads * self.steps) as f64, self.with_one_change as f64);
        (1.0 - 1.0 / places.max(1.0)).powf(runs)
    }
}

/// One pass over the executions of a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pass {
    /// Preemptions allowed; `None` for every interleaving.
    pub bound: Option<usize>,
    /// Whether spurious wakeups, early timeouts and spurious failures of weak
    /// compare-exchanges were explored.
    pub adversary: bool,
    /// The role that ran in the main thread, if any did.
    pub main: Option<String>,
    pub executions: u64,
    pub failing: u64,
    /// Whether nothing is left to explore within the bound.
    pub complete: bool,
    pub seconds: f64,
}

impl Pass {
    /// Whether `passes` walked every execution with so many preemptions.
    #[must_use]
    pub fn reached(passes: &[Self], adversary: bool, preemptions: usize) -> bool {
        let mut own = passes.iter().filter(|pass| pass.adversary == adversary && pass.complete);
        own.any(|pass| pass.bound.is_none_or(|bound| bound >= preemptions))
    }
}

/// A failing execution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Failure {
    pub kind: FailureKind,
    pub trace: Trace,
    /// Involuntary context switches in this execution.
    pub preemptions: usize,
    /// Loads that returned an older value than the newest.
    pub stale_reads: usize,
    /// How many adversarial choices (a spurious wakeup, say) it took.
    pub adversarial: usize,
}

/// How an execution failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FailureKind {
    Unmet(Unmet),
    /// A thread of the trace panicked and nobody handled it.
    Panicked {
        thread: usize,
        panic: Panicked,
    },
    /// No thread can ever run again.
    Deadlock(Vec<Blocked>),
    /// The threads named run for ever and none can make progress.
    Livelock(Vec<usize>),
    /// Two accesses, at least one a write, unordered by happens-before.
    /// The numbers are indices into the trace's steps.
    DataRace {
        first: usize,
        second: usize,
    },
    /// Memory was used after it was freed, or before and nothing orders the
    /// two; the numbers as above.
    UseAfterFree {
        freed: usize,
        used: usize,
    },
    /// Memory was freed twice; the numbers as above.
    DoubleFree {
        first: usize,
        second: usize,
    },
    /// Memory was never freed; the numbers as above.
    Leak {
        allocated: Vec<usize>,
    },
}

/// What cut a search short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Limit {
    /// The time of [`Search::seconds`](crate::Search::seconds) was used up.
    Time,
    /// One execution exceeded [`Search::steps`](crate::Search::steps).
    Steps(usize),
    /// One execution spawned more threads than the engine holds.
    Threads(usize),
    /// The program used something the stand-ins do not model.
    Unsupported(String),
}

/// An outcome and the shortest execution that gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    pub value: String,
    pub witness: Trace,
}

/// What happened when a schedule was replayed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Replay {
    pub end: ReplayEnd,
    pub trace: Trace,
    /// The step of the trace that each entry became, as far as it was followed.
    pub entries: Vec<usize>,
    /// The value the program ended with, if it ended.
    pub value: Option<String>,
    /// The value it has to end with, if the question is for one.
    pub wanted: Option<String>,
}

/// How a replay ended. Entries are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReplayEnd {
    /// Every entry was a legal step and the program ended with the last one.
    Finished,
    /// The entry names a thread that the program does not have.
    NoSuchThread { entry: usize, name: String },
    /// The entry steps a thread that has already finished.
    ThreadFinished { entry: usize, name: String },
    /// The entry steps a thread that is blocked, on this.
    ThreadBlocked { entry: usize, name: String, on: Option<Box<crate::Blocked>> },
    /// The entry comes after a deadlock, in which no thread has a step left.
    AfterDeadlock { entry: usize },
    /// The schedule ended before the program did; these threads have steps left.
    Unfinished { threads: Vec<String> },
    /// The program failed while it was replayed.
    Failed(crate::FailureKind),
}
