//! What threads did while a program ran: when each ran and where, and what it
//! waited for.

use crate::Place;
use serde::{Deserialize, Serialize};

/// One run of a program. Times are nanoseconds since main began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    pub source: Source,
    /// The cores that the program was allowed, as the system numbers them.
    pub cores: Vec<u32>,
    /// When main was over.
    pub lasted: u64,
    /// The main thread first, the others in the order in which they began.
    pub threads: Vec<Lane>,
    /// Where threads waited and where they were spawned; each once.
    pub places: Vec<Place>,
    /// Up to when turns are known; then the system had no room for more.
    pub known: u64,
}

/// Where the turns of [`Lane::turns`] come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// The kernel wrote down every switch.
    Switches,
    /// A thread beside the program looked at the clocks of the others.
    Samples {
        /// Nanoseconds between two looks, on average.
        every: u64,
        /// Whether that thread shared the program's cores.
        beside: bool,
        /// Why the kernel's own record could not be had.
        reason: String,
    },
    /// The system does not say; there are no turns.
    Nothing { reason: String },
}

/// One thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// "main", the name it was given, or nothing.
    pub name: Option<String>,
    /// Index into [`Timeline::places`], where that is known.
    pub spawned: Option<usize>,
    pub began: u64,
    pub ended: u64,
    /// When it ran, in order.
    pub turns: Vec<Turn>,
    /// When it waited for something of std's, in order.
    pub waits: Vec<Wait>,
    /// Waits that are not in the list, because there were too many.
    pub more_waits: u64,
    /// What the system says of it.
    pub accounts: Option<Accounts>,
}

/// A stretch of time during which a thread ran on one core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    pub core: u32,
    pub from: u64,
    pub to: u64,
    /// Whether it could have run on, and the core was taken from it.
    pub preempted: bool,
}

/// A wait of a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    pub reason: Reason,
    /// Index into [`Timeline::places`].
    pub place: usize,
    pub from: u64,
    pub to: u64,
    /// How much of its end the thread could have run, but no core was free.
    pub ready: u64,
}

/// What a thread can wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    Lock,
    Read,
    Write,
    Condvar,
    Barrier,
    Recv,
    Send,
    Join,
    Once,
    Park,
    Sleep,
}

/// A thread's own accounts with the operating system, at its end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accounts {
    /// Nanoseconds on a core.
    pub ran: u64,
    /// Nanoseconds in which it could have run and no core was free.
    pub ready: Option<u64>,
    /// How often it left its core because it had to wait.
    pub voluntary: u64,
    /// How often its core was taken from it.
    pub involuntary: u64,
}
