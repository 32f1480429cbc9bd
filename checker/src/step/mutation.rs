//! The learner's test, scored: it must reject every implementation with a
//! seeded bug, accept every right one, and explore more than one execution.

use super::compile::Hidden;
use super::{Found, Ran, case, ending, model};
use crate::finding::{Case, Evidence, Finding, Step, Witness};
use crate::process::Run;
use crate::verdict::Proof;
use facts::{Effect, Fact, Failure, FailureKind, Trace, Tried};

pub fn read(ran: &[Ran]) -> Found {
    let mut found = Found::default();
    let mut tried = Vec::new();
    for ran in ran {
        match last_try(&ran.run) {
            Some(one) => tried.push((&ran.case, one)),
            None => found.add(ending::without_report(Step::Mutation, &ran.case, &ran.run)),
        }
    }
    if let Some(executions) = vacuous(tried.iter().map(|(_, tried)| *tried)) {
        let evidence = Evidence::Vacuous { executions };
        found.findings.push(Finding { step: Step::Mutation, case: None, evidence });
    }
    for (case, tried) in &tried {
        let evidence = match (tried.has_bug, &tried.rejected_with) {
            (true, None) => Evidence::BugSurvived { executions: tried.executions, witness: None },
            (false, Some(message)) => {
                Evidence::RightRejected { message: message.clone(), witness: None }
            }
            _ => continue,
        };
        found.finding(Step::Mutation, case, evidence);
    }
    if found.findings.is_empty() && found.doubts.is_empty() {
        let bugs = tried.iter().filter(|(_, tried)| tried.has_bug).count();
        let right = tried.len() - bugs;
        found.proofs.push(Proof::TestScored { bugs, right });
    }
    found
}

/// One is sent at each panic and one at the end, if it comes to that: unwinding
/// out of a model can panic again and end the process. The first panic is the
/// test's own.
fn last_try(run: &Run) -> Option<&Tried> {
    let mut tries = run.facts.iter().filter_map(|fact| match fact {
        Fact::Tried(tried) => Some(tried),
        _ => None,
    });
    let rejected = tries.clone().find(|tried| tried.rejected_with.is_some());
    let complete = run.facts.contains(&Fact::Completed);
    rejected.or(tries.next_back().filter(|_| complete)).filter(|_| !run.forged)
}

/// The most executions any accepted implementation was explored in, if that is
/// at most one. A rejection may come in the first execution.
fn vacuous<'a>(tried: impl Iterator<Item = &'a Tried>) -> Option<u64> {
    let accepted = tried.filter(|tried| tried.rejected_with.is_none());
    accepted.map(|tried| tried.executions).max().filter(|&executions| executions <= 1)
}

/// The findings for which an execution is worth looking for. A test that explores
/// one execution lets bugs survive because of that, and needs to be told no more.
pub fn unwitnessed(findings: &mut [Finding]) -> Vec<&mut Finding> {
    let vacuous =
        findings.iter().any(|finding| matches!(finding.evidence, Evidence::Vacuous { .. }));
    let wants = |finding: &&mut Finding| {
        let bare = matches!(
            finding.evidence,
            Evidence::BugSurvived { witness: None, .. }
                | Evidence::RightRejected { witness: None, .. }
        );
        bare && !vacuous
    };
    findings.iter_mut().filter(wants).collect()
}

/// Puts what a search of the implementation came to into its finding. That of a
/// right one is a search of the learner's test, and counts if it fails there
/// with the message it failed with on the real crate.
pub fn witness(finding: &mut Finding, mutants: &Hidden, run: &Run) {
    let Some(case) = finding.case.as_ref() else { return };
    let Some(seen) = seen(case, mutants, run) else { return };
    match &mut finding.evidence {
        Evidence::BugSurvived { witness, .. } => *witness = Some(Box::new(seen)),
        Evidence::RightRejected { message, witness } if is_said(message, &seen.failure.kind) => {
            *witness = Some(Box::new(seen));
        }
        _ => {}
    }
}

fn seen(case: &Case, mutants: &Hidden, run: &Run) -> Option<Witness> {
    let found = model::searched(Step::Model, &mutants.source, case, run).err()?;
    let evidence = found.findings.into_iter().next()?.evidence;
    let Evidence::ModelFailed { failure, passes } = evidence else { return None };
    let failure = last_model(*failure);
    let code = at_work(&failure.trace, mutants);
    Some(Witness { failure, passes, code })
}

fn is_said(message: &str, kind: &FailureKind) -> bool {
    match kind {
        FailureKind::Panicked { panic, .. } => {
            panic.message.lines().next() == message.lines().next()
        }
        FailureKind::Deadlock(_) => message.starts_with("deadlock"),
        _ => false,
    }
}

/// Without the models that the test had come through before: each call of
/// `loom::model` begins with a step of its own. A panic names no step.
fn last_model(mut failure: Failure) -> Failure {
    let begins = |step: &facts::Step| step.op == "model" && step.effect == Effect::Other;
    let begun = failure.trace.steps.iter().rposition(begins);
    if let (FailureKind::Panicked { thread, .. }, Some(begun)) = (&mut failure.kind, begun) {
        let Trace { threads, steps, .. } = &mut failure.trace;
        steps.drain(..begun);
        let spawned = steps.iter().filter_map(|step| step.target);
        let gone = spawned.min().map_or(0, |first| first - 1);
        threads.drain(1..=gone);
        let renumber = |thread: &mut usize| *thread = thread.saturating_sub(gone);
        renumber(thread);
        for step in steps {
            renumber(&mut step.thread);
            step.target.iter_mut().for_each(renumber);
        }
    }
    failure
}

/// The functions of the hidden file that ran while the threads did, without the
/// scene that they are called in.
fn at_work(trace: &Trace, mutants: &Hidden) -> Vec<Case> {
    let steps = &trace.steps;
    let begin = steps.iter().position(|step| step.effect == Effect::Spawn).unwrap_or(0);
    let joined = steps.iter().rposition(|step| step.thread == 0 && step.effect == Effect::Join);
    let end = joined.filter(|&joined| joined > begin).unwrap_or(steps.len());
    let mut code: Vec<Case> = Vec::new();
    for step in steps[begin..end].iter().filter(|step| step.place.file.ends_with(&mutants.file)) {
        let around = case::at_line(&mutants.file, &mutants.source, step.place.line);
        let new = around.filter(|case| !code.contains(case) && !case.code.contains("roles!"));
        code.extend(new);
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::sample::{pass, ran, searched};
    use facts::{Panicked, Place, Searched, Thread};

    fn mutant(has_bug: bool, rejected: bool, executions: u64) -> Ran {
        let rejected_with = rejected.then(|| "left: 1".to_owned());
        let tried = Fact::Tried(Tried { has_bug, rejected_with, executions });
        ran(if has_bug { "bug" } else { "right" }, vec![tried, Fact::Completed])
    }

    fn evidence(ran: &[Ran]) -> Vec<Evidence> {
        read(ran).findings.into_iter().map(|finding| finding.evidence).collect()
    }

    #[test]
    fn a_test_that_tells_bugs_from_right_is_scored() {
        let found = read(&[mutant(true, true, 3), mutant(true, true, 1), mutant(false, false, 9)]);
        assert_eq!(found.proofs, [Proof::TestScored { bugs: 2, right: 1 }]);
    }

    #[test]
    fn survivors_and_wrong_rejections_are_named() {
        let ran = [mutant(true, false, 9), mutant(false, true, 2), mutant(false, false, 9)];
        let message = "left: 1".to_owned();
        let wanted = [
            Evidence::BugSurvived { executions: 9, witness: None },
            Evidence::RightRejected { message, witness: None },
        ];
        assert_eq!(evidence(&ran), wanted);
    }

    #[test]
    fn one_execution_proves_nothing() {
        let ran = [mutant(true, false, 1), mutant(false, false, 1)];
        let wanted = [
            Evidence::Vacuous { executions: 1 },
            Evidence::BugSurvived { executions: 1, witness: None },
        ];
        assert_eq!(evidence(&ran), wanted);
        assert!(unwitnessed(&mut read(&ran).findings).is_empty(), "its reason is known");
    }

    const MUTANTS: &str = "\
fn add(count: &AtomicU32) {
    count.store(1);
}

fn scene() {
    roles! { \"A\" => add() }
}
";

    fn place(line: u32) -> Place {
        Place { file: "hidden/mutants.rs".into(), line, column: 5 }
    }

    fn step(thread: usize, op: &str, effect: Effect, line: u32) -> facts::Step {
        facts::Step {
            thread,
            op: op.into(),
            effect,
            object: None,
            target: None,
            argument: None,
            result: None,
            ordering: None,
            newest: None,
            adversarial: false,
            place: place(line),
        }
    }

    /// Two models of a thread each, which stores on line 2; main panics in the
    /// second.
    fn failing(message: &str) -> Run {
        let model = |thread| {
            let spawn = step(0, "spawn", Effect::Spawn, 6);
            let store = step(thread, "store", Effect::Write, 2);
            let join = step(0, "join", Effect::Join, 6);
            [
                step(0, "model", Effect::Other, 6),
                facts::Step { target: Some(thread), ..spawn },
                store.clone(),
                store,
                facts::Step { target: Some(thread), ..join },
            ]
        };
        let steps = model(1).into_iter().chain(model(2)).collect();
        let named = |name: &str| Thread { name: Some(name.to_owned()), spawned: None };
        let threads = vec![named("main"), named("first"), named("second")];
        let trace = Trace { threads, objects: Vec::new(), steps };
        let panic = Panicked { message: message.into(), place: None, thread: None };
        let kind = FailureKind::Panicked { thread: 2, panic };
        let failure = Some(Failure { kind, trace, preemptions: 0, stale_reads: 0, adversarial: 0 });
        let searched = Searched { failure, passes: vec![pass(2)], ..searched(2, Vec::new()) };
        ran("any", vec![Fact::Searched(Box::new(searched)), Fact::Completed]).run
    }

    fn witnessed(mutant: Ran, said: &str) -> Option<Box<Witness>> {
        let mut found = read(&[mutant, self::mutant(false, false, 9)]);
        let mutants =
            Hidden { program: "mutants".into(), file: "mutants.rs".into(), source: MUTANTS.into() };
        let [finding] = &mut unwitnessed(&mut found.findings)[..] else { panic!("{found:?}") };
        witness(finding, &mutants, &failing(said));
        match &finding.evidence {
            Evidence::BugSurvived { witness, .. } | Evidence::RightRejected { witness, .. } => {
                witness.clone()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_survivor_gets_the_execution_and_the_code_that_ran() {
        let witness = witnessed(mutant(true, false, 9), "anything").unwrap();
        assert_eq!(witness.passes, [pass(2)]);
        let names: Vec<_> = witness.code.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names, ["add"], "once, and without the scene");
    }

    #[test]
    fn a_right_one_gets_an_execution_that_fails_with_the_same_words() {
        assert!(witnessed(mutant(false, true, 2), "left: 1\n more").is_some());
        assert!(witnessed(mutant(false, true, 2), "left: 2").is_none());
    }

    #[test]
    fn of_several_models_the_last_is_kept() {
        let failure = witnessed(mutant(true, false, 9), "anything").unwrap().failure;
        assert_eq!(failure.trace.steps.len(), 5);
        let names = failure.trace.threads.iter().map(|thread| thread.name.as_deref().unwrap());
        assert_eq!(names.collect::<Vec<_>>(), ["main", "second"]);
        let spawn = &failure.trace.steps[1];
        assert_eq!((spawn.target, failure.trace.steps[2].thread), (Some(1), 1));
        assert!(matches!(failure.kind, FailureKind::Panicked { thread: 1, .. }));
    }

    #[test]
    fn a_rejection_counts_although_the_process_died_of_it() {
        let mut rejected = mutant(true, true, 3);
        rejected.run.facts.pop();
        rejected.run.exit = crate::process::Exit::Signal(6);
        assert_eq!(evidence(&[rejected, mutant(false, false, 9)]), []);
        let mut silent = mutant(true, false, 3);
        silent.run.facts.pop();
        let found = evidence(&[silent, mutant(false, false, 9)]);
        assert!(matches!(found[..], [Evidence::LeftEarly { .. }]));
    }
}
