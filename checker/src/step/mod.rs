//! The ways of judging: each asks something of a built program and reads what
//! the program answered. Reading is pure.

pub mod answer;
pub mod bounds;
pub mod case;
pub mod compile;
pub mod ending;
pub mod model;
pub mod mutation;
pub mod places;
pub mod rules;
#[cfg(test)]
mod sample;
pub mod scaling;
pub mod speed;
pub mod test;

use crate::exercise::Exercise;
use crate::finding::{Case, Evidence, Finding, Step};
use crate::process::Run;
use crate::verdict::{Doubt, Proof};
use facts::{Claim, Limits, Task};
use std::time::Duration;

/// What a step, or a case of it, brought to light.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    pub findings: Vec<Finding>,
    pub doubts: Vec<Doubt>,
    pub proofs: Vec<Proof>,
}

/// A case and what became of it.
#[derive(Debug)]
pub struct Ran {
    pub case: Case,
    pub run: Run,
}

/// What a program is asked to do, and by when it must be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub task: Task,
    pub limits: Limits,
    pub deadline: Duration,
}

impl Ask {
    /// The same, with what the learner's own runs say to these claims.
    pub fn about(mut self, claims: &[Claim]) -> Self {
        if let Task::Case { name } = &self.task
            && !claims.is_empty()
        {
            self.task = Task::Claims { name: name.clone(), claims: claims.to_vec() };
        }
        self
    }
}

impl Found {
    fn finding(&mut self, step: Step, case: &Case, evidence: Evidence) {
        self.findings.push(Finding { step, case: Some(case.clone()), evidence });
    }

    fn add(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.doubts.extend(other.doubts);
        self.proofs.extend(other.proofs);
    }
}

/// What to ask of the program of a step, for one of its cases.
pub fn ask(step: Step, exercise: &Exercise, name: &str) -> Ask {
    match step {
        Step::Answer => answer::ask(&exercise.meta.model, name),
        Step::Model => model::ask(&exercise.meta.model, name),
        Step::Speed => speed::ask(&exercise.meta.speed, name),
        Step::Mutation | Step::Test | Step::Compile | Step::Rules | Step::Bounds => {
            test::ask(&exercise.meta.tests, name)
        }
    }
}

/// What the cases of a step came to. `source` is the text of the judged file.
pub fn read(step: Step, exercise: &Exercise, source: &str, ran: &[Ran]) -> Found {
    match step {
        Step::Answer => answer::read(ran),
        Step::Model => model::read(source, ran),
        Step::Mutation => mutation::read(ran),
        Step::Speed => speed::read(&exercise.meta.speed, ran),
        Step::Test | Step::Compile | Step::Rules | Step::Bounds => test::read(ran),
    }
}
