//! Runs as the process door returns them, for tests.

use super::Ran;
use crate::finding::Case;
use crate::process::{Exit, Run};
use facts::{Fact, Failure, FailureKind, Outcome, Pass, Searched, Trace};

/// A run that reported these facts and left with exit code 0.
pub fn run(facts: Vec<Fact>) -> Run {
    Run {
        facts,
        forged: false,
        exit: Exit::Code(0),
        stdout: String::new(),
        stderr: String::new(),
        hang: None,
        starved: false,
        too_many_threads: None,
        left_processes: 0,
        seconds: 0.1,
    }
}

pub fn ran(name: &str, facts: Vec<Fact>) -> Ran {
    Ran { case: case(name), run: run(facts) }
}

pub fn case(name: &str) -> Case {
    let (summary, code) = (String::new(), String::new());
    let (file, text) = ("tests.rs".into(), String::new());
    Case { name: name.into(), summary, code, file, line: 1, text }
}

/// A search that came to its end in one pass and found nothing.
pub fn searched(executions: u64, outcomes: Vec<Outcome>) -> Searched {
    Searched {
        passes: vec![pass(executions)],
        failure: None,
        leak: None,
        sample: None,
        watched: true,
        limit: None,
        outcomes,
        shared: executions > 1,
        threads: 2,
    }
}

/// A failing execution of which nothing more is known.
pub fn failure(kind: FailureKind) -> Failure {
    Failure { kind, trace: Trace::default(), preemptions: 0, stale_reads: 0, adversarial: 0 }
}

pub fn pass(executions: u64) -> Pass {
    Pass {
        bound: None,
        adversary: false,
        main: None,
        executions,
        failing: 0,
        complete: true,
        seconds: 0.0,
    }
}
