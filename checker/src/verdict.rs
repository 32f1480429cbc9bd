//! What judging one file comes to.

use crate::exercise::Key;
use crate::finding::{Finding, Step};
use facts::{Limit, Note, Pass, Sample};
use serde::Serialize;

/// The answer to the only question: is it solved?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Solved,
    NotSolved,
    CannotTell,
}

/// Everything judging one file brought to light.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judgement {
    #[serde(serialize_with = "key_as_string")]
    pub key: Key,
    /// The judged file as the learner knows it, relative to the workspace.
    pub file: String,
    /// Its text, for the lines an explanation quotes.
    #[serde(skip)]
    pub source: String,
    /// In the order the steps ran.
    pub outcomes: Vec<Outcome>,
    /// Compiler warnings, rendered; shown only when nothing is wrong.
    pub warnings: Vec<String>,
    pub seconds: f64,
}

impl Judgement {
    /// One failed step makes the file not solved; short of that, one doubt
    /// makes it undecided.
    pub fn verdict(&self) -> Verdict {
        if self.findings().next().is_some() {
            Verdict::NotSolved
        } else if self.doubts().next().is_some() {
            Verdict::CannotTell
        } else {
            Verdict::Solved
        }
    }

    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.outcomes.iter().flat_map(|outcome| &outcome.findings)
    }

    pub fn doubts(&self) -> impl Iterator<Item = &Doubt> {
        self.outcomes.iter().flat_map(|outcome| &outcome.doubts)
    }
}

/// What one step came to: passed, unless it has findings or doubts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    pub step: Step,
    pub findings: Vec<Finding>,
    pub doubts: Vec<Doubt>,
    /// What a passed step proved, for the report to tell.
    pub proofs: Vec<Proof>,
    pub seconds: f64,
}

/// What a passed case proved.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Proof {
    /// A model of so many threads found nothing in these passes.
    Searched { case: String, threads: usize, passes: Vec<Pass> },
    /// A model too large to search found nothing in these executions of it.
    Sampled { case: String, sample: Sample },
    /// A native case held.
    Held { case: String, notes: Vec<Note> },
    /// The answer names exactly the outcomes of the real program.
    OutcomesMatch { case: String, outcomes: Vec<String>, executions: u64 },
    /// The schedule does what was asked.
    Replayed { case: String, value: String },
    /// The schedule makes the program fail, as was asked.
    Fails { case: String },
    /// The program never fails, as the learner says.
    NeverFails { case: String, executions: u64 },
    /// A given schedule comes to what the learner says.
    ResultRight { case: String },
    /// The compiler refuses every misuse of the learner's types.
    MisusesRefused { count: usize },
    /// The learner's test tells every bug from every right implementation.
    TestScored { bugs: usize, right: usize },
    /// Speedup over the serial program: measured and wanted.
    FastEnough { ratio: f64, wanted: f64, cpus: usize },
    /// A measurement that this machine cannot make; other steps decide.
    NotMeasured { reason: String },
}

/// Why the checker cannot tell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Doubt {
    /// A model search hit a limit before it was done.
    SearchLimit { case: String, limit: Limit, passes: Vec<Pass> },
    /// The model build has an error that the native build has not.
    StandinLacks { item: String, rendered: String },
    /// No model saw two threads touch one object: it proves nothing of the file.
    NothingExplored { case: String },
    /// The toolchain cannot show the model plain loads and stores, and the
    /// file has `unsafe` code.
    Unwatched,
    /// Measurements differ too much from one another.
    Noisy { spread: f64, allowed: f64 },
    /// A case was not done in time, and other programs had the CPUs for most of it.
    Starved { case: String },
    /// The machine lacks something a case needs.
    Machine { reason: String },
}

impl Doubt {
    /// Whether another run, with less beside it, could settle it.
    pub fn is_of_a_busy_machine(&self) -> bool {
        matches!(self, Self::Starved { .. })
    }
}

/// The furthest bound that a model was searched to, and how many executions
/// that took, with adversaries where they had a say. Passes with a role in the
/// main thread repeat what was found and do not count.
pub fn reached(passes: &[Pass]) -> Option<(Option<usize>, u64)> {
    let plain = |pass: &&Pass| pass.complete && pass.main.is_none();
    let bound = passes.iter().filter(plain).rfind(|pass| !pass.adversary)?.bound;
    let own = passes.iter().filter(plain).filter(|pass| pass.bound == bound);
    Some((bound, own.map(|pass| pass.executions).max()?))
}

fn key_as_string<S: serde::Serializer>(key: &Key, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(key)
}
