//! Models: the search must be complete and find no failing execution.

use super::{Ask, Found, Ran, ending};
use crate::exercise::ModelLimits;
use crate::finding::{Case, Evidence, Step};
use crate::process::Run;
use crate::verdict::{Doubt, Proof};
use facts::{ENOUGH, ENOUGH_WITH_ADVERSARY, Fact, Limit, Limits, Pass, Search, Searched, Task};
use std::time::Duration;

/// A model holds one execution's objects at a time, and the search's record.
const MEMORY_MIB: u64 = 512;

/// What a search may take beyond its own time before it counts as hanging:
/// code of the learner that loops without touching a stand-in.
const GRACE: Duration = Duration::from_secs(2);

pub fn ask(limits: &ModelLimits, name: &str) -> Ask {
    let name = name.to_owned();
    searching(limits, |search| Task::Model { name, search })
}

/// Asks for a task that searches within these limits.
pub(super) fn searching(limits: &ModelLimits, task: impl FnOnce(Search) -> Task) -> Ask {
    let search = Search { seconds: limits.seconds, steps: limits.steps, bound: limits.bound };
    Ask {
        task: task(search),
        limits: Limits { memory_mib: MEMORY_MIB, cpus: None },
        deadline: Duration::from_secs_f64(limits.seconds) + GRACE,
    }
}

/// Judges models whose file is known to share something: see [`read`].
pub fn read_all(source: &str, ran: &[Ran]) -> Found {
    judge(source, ran).0
}

/// A file is explored if one of its models is: the others may be scenes of a
/// single thread. If none is, what the learner's file shares went past the
/// stand-ins, and nothing found proves nothing.
pub fn read(source: &str, ran: &[Ran]) -> Found {
    let (found, shared) = judge(source, ran);
    let judged_otherwise = !found.findings.is_empty() || !found.doubts.is_empty();
    if judged_otherwise || shared {
        return found;
    }
    let unexplored = |Ran { case, .. }: &Ran| Doubt::NothingExplored { case: case.name.clone() };
    Found { doubts: ran.first().map(unexplored).into_iter().collect(), ..Found::default() }
}

/// What the models came to, and whether any of them shares anything.
fn judge(source: &str, ran: &[Ran]) -> (Found, bool) {
    let (mut found, mut shared) = (Found::default(), false);
    for Ran { case, run } in ran {
        match searched(Step::Model, source, case, run) {
            Err(other) => found.add(other),
            Ok(searched) => {
                shared |= searched.shared;
                let (case, threads, passes) =
                    (case.name.clone(), searched.threads, searched.passes);
                found.proofs.push(match searched.sample {
                    Some(sample) => Proof::Sampled { case, sample },
                    None => Proof::Searched { case, threads, passes },
                });
            }
        }
    }
    (found, shared)
}

/// The result of a complete search that found no failure, or what else happened.
pub(super) fn searched(
    step: Step,
    source: &str,
    case: &Case,
    run: &Run,
) -> Result<Searched, Found> {
    let reported = run.told(|fact| match fact {
        Fact::Searched(searched) => Some(Searched::clone(searched)),
        _ => None,
    });
    let Some(searched) = reported else {
        return Err(ending::without_report(step, case, run));
    };
    let mut found = Found::default();
    let name = case.name.clone();
    let mut fails = |failure, passes| {
        let failure = Box::new(failure);
        found.finding(step, case, Evidence::ModelFailed { failure, passes });
    };
    if let Some(failure) = searched.failure {
        fails(failure, searched.passes);
        return Err(found);
    }
    if let Some(leak) = searched.leak.clone()
        && step == Step::Model
        && !leaks_on_purpose(source)
    {
        fails(leak, all_failing(searched.passes));
        return Err(found);
    }
    let limit = searched.limit.clone();
    let convincing = searched.sample.is_some_and(|sample| sample.executions >= ENOUGH_SAMPLES);
    if let Some(limit) = limit.filter(|limit| !convincing && !suffices(limit, &searched.passes)) {
        found.doubts.push(Doubt::SearchLimit { case: name, limit, passes: searched.passes });
        return Err(found);
    }
    if !searched.watched && source.contains("unsafe") {
        found.doubts.push(Doubt::Unwatched);
        return Err(found);
    }
    match ending::read(step, case, run) {
        Some(ended) => Err(ended),
        None => Ok(searched),
    }
}

/// The first pass, where every execution does what is found wrong.
fn all_failing(mut passes: Vec<Pass>) -> Vec<Pass> {
    passes.truncate(1);
    passes.iter_mut().for_each(|pass| pass.failing = pass.executions);
    passes
}

/// Calls of a program that gives memory up for good and means it. What every
/// execution leaves behind is then no finding; what only some do is one.
const GIVES_UP: [&str; 4] = ["::leak(", ".leak(", "forget(", "ManuallyDrop"];

fn leaks_on_purpose(source: &str) -> bool {
    let code = |line: &&str| !line.trim_start().starts_with("//");
    source.lines().filter(code).any(|line| GIVES_UP.iter().any(|call| line.contains(call)))
}

/// Samples that are worth a verdict, which then says that they are samples and
/// what they may have missed.
const ENOUGH_SAMPLES: u64 = 200;

fn suffices(limit: &Limit, passes: &[Pass]) -> bool {
    let adversary = passes.iter().any(|pass| pass.adversary);
    matches!(limit, Limit::Time | Limit::Steps(_))
        && Pass::reached(passes, false, ENOUGH)
        && (!adversary || Pass::reached(passes, true, ENOUGH_WITH_ADVERSARY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::sample::{self, pass, ran};
    use facts::{Failure, FailureKind, Limit, Trace};

    #[test]
    fn only_code_leaks_on_purpose() {
        assert!(leaks_on_purpose("let x: &'static u32 = Box::leak(Box::new(1));"));
        assert!(!leaks_on_purpose("// The queue must not leak(!).\nfn leaks_nothing() {}"));
    }

    fn report(executions: u64) -> Searched {
        let passes = vec![pass(1), pass(executions)];
        Searched { passes, ..sample::searched(executions, Vec::new()) }
    }

    fn model(searched: Searched) -> Ran {
        ran("two_visitors", vec![Fact::Searched(Box::new(searched)), Fact::Completed])
    }

    #[test]
    fn a_complete_search_without_failure_is_a_proof() {
        let found = read("", &[model(report(6))]);
        let case = "two_visitors".to_owned();
        assert_eq!(found.proofs, [Proof::Searched { case, threads: 2, passes: report(6).passes }]);
        assert!(found.findings.is_empty() && found.doubts.is_empty());
    }

    #[test]
    fn a_failing_execution_is_a_finding_even_at_a_limit() {
        let failure = Failure {
            kind: FailureKind::Deadlock(Vec::new()),
            trace: Trace::default(),
            preemptions: 1,
            stale_reads: 0,
            adversarial: 0,
        };
        let searched = Searched { failure: Some(failure), limit: Some(Limit::Time), ..report(6) };
        let found = read("", &[model(searched)]);
        assert!(matches!(found.findings[0].evidence, Evidence::ModelFailed { .. }));
        assert_eq!(found.doubts, []);
    }

    #[test]
    fn a_limit_is_a_doubt() {
        let found = read("", &[model(Searched { limit: Some(Limit::Threads(8)), ..report(6) })]);
        assert!(matches!(found.doubts[..], [Doubt::SearchLimit { .. }]));
    }

    #[test]
    fn a_file_is_unexplored_when_none_of_its_models_is_explored() {
        let found = read("", &[model(report(1)), model(report(1))]);
        assert_eq!(found.doubts, [Doubt::NothingExplored { case: "two_visitors".into() }]);
        assert_eq!(read("", &[model(report(1)), model(report(2))]).doubts, []);
    }

    #[test]
    fn a_search_that_reports_nothing_is_no_proof() {
        let found = read("", &[ran("two_visitors", vec![Fact::Completed])]);
        assert!(matches!(found.findings[0].evidence, Evidence::LeftEarly { .. }));
    }
}
