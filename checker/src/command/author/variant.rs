//! A file whose verdict is known beforehand.

use crate::error::Error;
use crate::exercise::Exercise;
use crate::explain;
use crate::finding::Step;
use crate::verdict::{Doubt, Judgement, Outcome, Proof, Verdict};
use std::fs;
use std::path::{Path, PathBuf};

/// What an exercise ships a file as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    Starter,
    Solution,
    Right,
    Wrong,
}

/// A shipped file and what is to come of it.
#[derive(Debug, Clone)]
pub struct Variant<'a> {
    pub exercise: &'a Exercise,
    pub role: Role,
    pub file: PathBuf,
    /// The first two lines of a wrong variant.
    pub claim: Option<Claim>,
}

/// Which step catches a wrong variant, and what the explanation says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub step: Step,
    pub because: String,
}

/// What came of it, a column of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    Solved,
    Caught,
    CaughtByAnother,
    CannotTell,
}

const STEPS: [Step; 8] = [
    Step::Compile,
    Step::Rules,
    Step::Bounds,
    Step::Answer,
    Step::Test,
    Step::Mutation,
    Step::Model,
    Step::Speed,
];

/// Every shipped file of an exercise.
pub fn all(exercise: &Exercise) -> Result<Vec<Variant<'_>>, Error> {
    let files = &exercise.files;
    let plain = |role, file: &PathBuf| Variant { exercise, role, file: file.clone(), claim: None };
    let mut variants =
        vec![plain(Role::Starter, &files.starter), plain(Role::Solution, &files.solution)];
    variants.extend(files.right.iter().map(|file| plain(Role::Right, file)));
    for file in &files.wrong {
        let text = fs::read_to_string(file).map_err(|source| Error::file("read", file, &source))?;
        let claim = Some(claim(file, &text)?);
        variants.push(Variant { claim, ..plain(Role::Wrong, file) });
    }
    Ok(variants)
}

fn claim(file: &Path, text: &str) -> Result<Claim, Error> {
    let mut lines = text.lines();
    let step = lines.next().and_then(|line| line.strip_prefix("//@ caught-by:")).map(str::trim);
    let step = step.and_then(|name| STEPS.into_iter().find(|step| step.name() == name));
    let because = lines.next().and_then(|line| line.strip_prefix("//@ because:")).map(str::trim);
    match (step, because) {
        (Some(step), Some(because)) if !because.is_empty() => {
            Ok(Claim { step, because: because.to_owned() })
        }
        _ => Err(Error::fault(format!("{} does not say what catches it and why", file.display()))
            .advice("Its first lines are `//@ caught-by: <step>` and `//@ because: <words>`.")),
    }
}

impl Claim {
    /// The step that is to catch it could not decide; another one rejected it.
    fn was_not_let_run(&self, judgement: &Judgement) -> bool {
        let mut own = judgement.outcomes.iter().filter(|outcome| outcome.step == self.step);
        judgement.verdict() == Verdict::NotSolved
            && own.any(|outcome| {
                outcome.findings.is_empty()
                    && outcome.doubts.iter().any(Doubt::is_of_a_busy_machine)
            })
    }
}

impl Variant<'_> {
    /// The column a judgement falls into.
    pub fn column(&self, judgement: &Judgement) -> Column {
        match judgement.verdict() {
            Verdict::Solved => Column::Solved,
            Verdict::CannotTell => Column::CannotTell,
            Verdict::NotSolved if self.is_caught(judgement) => Column::Caught,
            Verdict::NotSolved => Column::CaughtByAnother,
        }
    }

    /// A starter compiles and keeps the rules, so a later step catches it.
    fn is_caught(&self, judgement: &Judgement) -> bool {
        judgement.findings().any(|finding| match &self.claim {
            Some(claim) => finding.step == claim.step,
            None => finding.step > Step::Rules,
        })
    }

    /// Why this machine cannot prove the variant: what could catch it was not
    /// measured here, or not let run.
    pub fn unprovable(&self, judgement: &Judgement) -> Option<String> {
        if self.claim.as_ref().is_some_and(|claim| claim.was_not_let_run(judgement)) {
            return Some("the machine was too busy for the step that catches it".to_owned());
        }
        let measured_badly = |outcome: &Outcome| {
            outcome.step == Step::Speed || outcome.doubts.iter().all(Doubt::is_of_a_busy_machine)
        };
        if judgement.verdict() == Verdict::CannotTell
            && judgement.outcomes.iter().all(measured_badly)
        {
            return Some(explain::doubt_line(judgement));
        }
        let needs_speed = self.claim.as_ref().is_some_and(|claim| claim.step == Step::Speed);
        if !needs_speed {
            return None;
        }
        let mut proofs = judgement.outcomes.iter().flat_map(|outcome| &outcome.proofs);
        proofs.find_map(|proof| match proof {
            Proof::NotMeasured { reason } => Some(reason.clone()),
            _ => None,
        })
    }

    /// The column it belongs in.
    pub fn wanted(&self) -> Column {
        match self.role {
            Role::Starter | Role::Wrong => Column::Caught,
            Role::Solution | Role::Right => Column::Solved,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Key;
    use crate::finding::{Evidence, Finding};

    #[test]
    fn a_wrong_variant_says_what_catches_it() {
        let text = "//@ caught-by: model\n//@ because: lost update\n//! \"Two lines.\"\n";
        let wanted = Claim { step: Step::Model, because: "lost update".into() };
        assert_eq!(claim(Path::new("a.rs"), text), Ok(wanted));
        for text in ["", "//@ caught-by: luck\n//@ because: x\n", "//@ caught-by: test\n"] {
            let error = claim(Path::new("wrong/a.rs"), text).unwrap_err();
            assert!(error.to_string().starts_with("wrong/a.rs does not say"));
        }
    }

    /// A test that was not let run says nothing of what it catches; one that
    /// passed does, whatever the model found.
    #[test]
    fn only_the_step_that_was_not_let_run_is_excused() {
        let finding = Finding { step: Step::Model, case: None, evidence: Evidence::MisuseCompiles };
        let starved = Doubt::Starved { case: "a".into() };
        let outcome = |step, findings, doubts| Outcome {
            step,
            findings,
            doubts,
            proofs: Vec::new(),
            seconds: 0.1,
        };
        let judged = |test| Judgement {
            key: Key { chapter: "03_locks".into(), name: "01_hits".into() },
            file: "lib.rs".into(),
            source: String::new(),
            outcomes: vec![test, outcome(Step::Model, vec![finding.clone()], vec![])],
            warnings: Vec::new(),
            seconds: 0.2,
        };
        let starved = judged(outcome(Step::Test, vec![], vec![starved]));
        let passed = judged(outcome(Step::Test, vec![], vec![]));
        let by = |step| Claim { step, because: "x".into() };
        assert!(by(Step::Test).was_not_let_run(&starved));
        assert!(!by(Step::Model).was_not_let_run(&starved));
        assert!(!by(Step::Test).was_not_let_run(&passed));
    }
}
