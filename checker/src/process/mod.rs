//! Runs one judged program: hands it its order, listens, and ends it.
//!
//! Whatever the program does, a run ends soon after its deadline, holds a
//! bounded amount of the program's output, and leaves no process behind. What
//! counts as the program's word is decided in `messages`; what counts as a
//! hang in `threads`; what it left behind in `family`. Nothing is decided here
//! about passing: that is for the steps, from the facts.

#[cfg(target_os = "linux")]
mod family;
#[cfg(all(unix, not(target_os = "linux")))]
#[path = "family_elsewhere.rs"]
mod family;
#[cfg(unix)]
mod messages;
#[cfg(unix)]
mod output;
#[cfg(unix)]
mod patience;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod source;
#[cfg(unix)]
mod threads;
#[cfg(unix)]
mod watch;

use crate::finding::Hang;
use facts::{Fact, Limits, Task};
use std::io;
use std::path::Path;
use std::time::Duration;

/// Threads a judged program may have at one time.
pub const MAX_THREADS: usize = 500;

/// One program to run.
#[derive(Debug, Clone)]
pub struct Job<'a> {
    pub program: &'a Path,
    pub limits: Limits,
    pub task: Task,
    /// Wall time after which the program counts as hanging.
    pub deadline: Duration,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// What the harness reported, in order; every one of them had the secret.
    pub facts: Vec<Fact>,
    /// Whether something else came over the channel.
    pub forged: bool,
    pub exit: Exit,
    pub stdout: String,
    pub stderr: String,
    /// Why it was not done, if it was ended for that.
    pub hang: Option<Hang>,
    /// Whether it was not done because others had the CPUs.
    pub starved: bool,
    /// How many threads it had, if it was ended for that.
    pub too_many_threads: Option<usize>,
    /// Processes that were still there when the program had ended.
    pub left_processes: usize,
    pub seconds: f64,
}

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Code(i32),
    Signal(i32),
    /// The checker ended it.
    Ended,
}

impl Run {
    /// The first fact of a kind; nothing, where the answer is not the harness's.
    pub fn told<'a, T>(&'a self, kind: impl FnMut(&'a Fact) -> Option<T>) -> Option<T> {
        if self.forged { None } else { self.facts.iter().find_map(kind) }
    }

    /// Whether the harness says that the case ran to its end. Nothing else
    /// does: not the exit code, not the output.
    pub fn completed(&self) -> bool {
        self.facts.contains(&Fact::Completed)
    }

    /// Whether a signal ended it because a stack was used up. The runtime says
    /// so before it aborts; without its handler, safe code that touches
    /// memory it may not touch has run off a stack.
    pub fn stack_overflow(&self) -> bool {
        const SIGSEGV: i32 = 11;
        match self.exit {
            Exit::Signal(SIGSEGV) => true,
            Exit::Signal(_) => self.stderr.contains("has overflowed its stack"),
            _ => false,
        }
    }

    /// What the program printed, standard output first.
    pub fn output(&self) -> String {
        let apart = self.stdout.is_empty() || self.stdout.ends_with('\n') || self.stderr.is_empty();
        format!("{}{}{}", self.stdout, if apart { "" } else { "\n" }, self.stderr)
    }
}

/// Runs a program to its end. `Err` means that it could not be started.
#[cfg(unix)]
pub fn run(job: &Job<'_>) -> io::Result<Run> {
    watch::run(job)
}

/// Without Unix sockets there is no channel that learner code cannot write to.
#[cfg(not(unix))]
pub fn run(_job: &Job<'_>) -> io::Result<Run> {
    Ok(Run {
        facts: vec![Fact::Unsupported("running judged programs needs Unix sockets".to_owned())],
        forged: false,
        exit: Exit::Ended,
        stdout: String::new(),
        stderr: String::new(),
        hang: None,
        starved: false,
        too_many_threads: None,
        left_processes: 0,
        seconds: 0.0,
    })
}
