//! What the checker asks of a judged program.

use crate::Claim;
use serde::{Deserialize, Serialize};

/// The first and only line a judged program reads, before learner code runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Repeated in every [`Message`](crate::Message) of the answer.
    pub secret: String,
    pub limits: Limits,
    pub task: Task,
}

/// What the program is to run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Task {
    /// Name the cases of this hidden file; run nothing of the learner's.
    List,
    /// Run one native case.
    Case { name: String },
    /// Run one native case that holds claims of the learner's against own runs.
    Claims { name: String, claims: Vec<Claim> },
    /// Search the executions of one model.
    Model { name: String, search: Search },
    /// Hold the learner's answer about one program against the program.
    Answer { name: String, search: Search },
}

/// Bounds the harness sets on its own process before learner code runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Heap the program may hold at one time, in MiB.
    pub memory_mib: u64,
    /// CPUs to pin the process to; `None` leaves the affinity alone.
    pub cpus: Option<usize>,
}

/// How far a model search goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Search {
    /// Wall time for the whole search, in seconds.
    pub seconds: f64,
    /// Operations in one execution before it is given up.
    pub steps: usize,
    /// The largest preemption bound to search, or `None` to end without bound.
    pub bound: Option<usize>,
}
