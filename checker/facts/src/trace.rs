//! The operations of one execution, with values and places.

use serde::{Deserialize, Serialize};

/// One execution under one schedule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    pub threads: Vec<Thread>,
    pub objects: Vec<Object>,
    pub steps: Vec<Step>,
}

/// A thread of a trace; index 0 is the main thread.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thread {
    /// "main", the name it was given, or nothing.
    pub name: Option<String>,
    /// Where it was spawned; `None` for the main thread.
    pub spawned: Option<Place>,
}

/// A shared object of a trace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    /// The type as the learner writes it: "AtomicU64", "Mutex", "Condvar", "channel".
    pub kind: String,
    /// Where it was created, where that is known.
    pub created: Option<Place>,
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Index into [`Trace::threads`].
    pub thread: usize,
    /// The operation as the learner calls it: "load", "lock", "notify_one",
    /// "spawn", or "unlock" for a guard that goes out of scope.
    pub op: String,
    /// Index into [`Trace::objects`], unless it acts on a thread or nothing.
    pub object: Option<usize>,
    /// The thread acted on, for spawn, join and unpark.
    pub target: Option<usize>,
    /// The value stored, sent or exchanged, formatted.
    pub argument: Option<String>,
    /// The value loaded, received or found, formatted.
    pub result: Option<String>,
    /// "Relaxed", "Acquire" and so on, for atomics.
    pub ordering: Option<String>,
    /// What it does to the object.
    pub effect: Effect,
    /// The newest value in the object, where the load returned an older one.
    pub newest: Option<String>,
    /// Whether it took an adversary to happen: a spurious wakeup, an early timeout.
    pub adversarial: bool,
    pub place: Place,
}

/// What an operation does to its object, as far as explaining it needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Effect {
    Read,
    Write,
    ReadWrite,
    /// Enters a critical section.
    Acquire,
    /// Leaves a critical section.
    Release,
    /// Gives up the processor until something happens.
    Wait,
    /// Returns from such a wait.
    Wake,
    /// Wakes waiters, or tries to.
    Notify,
    Send,
    Receive,
    Spawn,
    Join,
    /// A fence, a yield, a sleep.
    Other,
}

/// Why a thread of a deadlock cannot run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    pub thread: usize,
    /// The operation it is stuck in: "lock", "wait", "join", "recv", "park".
    pub op: String,
    /// What it waits for: an object, or a thread.
    pub object: Option<usize>,
    pub target: Option<usize>,
    /// The threads that hold what it waits for.
    pub holders: Vec<usize>,
    /// What it holds itself meanwhile.
    pub holds: Vec<Held>,
    pub place: Place,
}

/// An object held, and since where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub object: usize,
    pub place: Place,
}

/// A place in a source file; lines and columns count from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub file: String,
    pub line: u32,
    pub column: u32,
}
