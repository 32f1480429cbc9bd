//! Answers: what the learner says of a program, held against the program.

use super::{Ask, Found, Ran, ending, model};
use crate::exercise::ModelLimits;
use crate::finding::{Case, Evidence, Finding, Step};
use crate::process::Run;
use crate::verdict::{Proof, reached};
use facts::{Fact, Outcome, Question, Replay, ReplayEnd, Searched, Task};

pub fn ask(limits: &ModelLimits, name: &str) -> Ask {
    let name = name.to_owned();
    model::searching(limits, |search| Task::Answer { name, search })
}

pub fn read(ran: &[Ran]) -> Found {
    let mut found = Found::default();
    for Ran { case, run } in ran {
        found.add(read_one(case, run));
    }
    found
}

fn read_one(case: &Case, run: &Run) -> Found {
    let question = run.told(|fact| match fact {
        Fact::Asked(question) => Some(question),
        _ => None,
    });
    let replay = run.told(|fact| match fact {
        Fact::Replayed(replay) => Some(replay),
        _ => None,
    });
    match (question, replay) {
        (Some(Question::Outcomes { claimed }), _) => read_outcomes(case, claimed, run),
        (Some(Question::Schedule), Some(replay)) => read_schedule(case, replay),
        (Some(Question::Failure { claimed: true }), Some(replay)) => {
            read_failure(case, replay, run)
        }
        (Some(Question::Failure { claimed: false }), _) => read_safety(case, run),
        (Some(Question::Result), Some(replay)) => read_result(case, replay),
        _ => ending::without_report(Step::Answer, case, run),
    }
}

/// The schedule has to end with the wanted value.
fn read_schedule(case: &Case, replay: &Replay) -> Found {
    let mut found = Found::default();
    match ended_as_wanted(replay) {
        Some(value) => {
            let (case, value) = (case.name.clone(), value.to_owned());
            found.proofs.push(Proof::Replayed { case, value });
        }
        None => unfit(&mut found, case, replay),
    }
    found
}

/// The schedule is ours, the value is the learner's.
fn read_result(case: &Case, replay: &Replay) -> Found {
    let mut found = Found::default();
    match ended_as_wanted(replay) {
        Some(_) => found.proofs.push(Proof::ResultRight { case: case.name.clone() }),
        None => {
            let replay = Box::new(replay.clone());
            found.finding(Step::Answer, case, Evidence::WrongResult { replay });
        }
    }
    found
}

/// The schedule has to make the program fail.
fn read_failure(case: &Case, replay: &Replay, run: &Run) -> Found {
    let mut found = Found::default();
    match replay.end {
        ReplayEnd::Failed(_) => found.proofs.push(Proof::Fails { case: case.name.clone() }),
        ReplayEnd::Finished => match model::searched(Step::Answer, "", case, run) {
            Ok(searched) => {
                let executions = executions(&searched);
                let replay = Box::new(replay.clone());
                let evidence = Evidence::CannotFail { replay, executions };
                found.finding(Step::Answer, case, evidence);
            }
            // It can fail, under another schedule; which is for the learner to find.
            Err(other) if !other.findings.is_empty() => unfit(&mut found, case, replay),
            Err(doubtful) => return doubtful,
        },
        _ => unfit(&mut found, case, replay),
    }
    found
}

/// The program must never fail.
fn read_safety(case: &Case, run: &Run) -> Found {
    match model::searched(Step::Answer, "", case, run) {
        Ok(searched) => {
            let (case, executions) = (case.name.clone(), executions(&searched));
            Found { proofs: vec![Proof::NeverFails { case, executions }], ..Found::default() }
        }
        Err(found) => {
            let said = |finding: Finding| match finding.evidence {
                Evidence::ModelFailed { failure, passes } => {
                    Finding { evidence: Evidence::CanFail { failure, passes }, ..finding }
                }
                _ => finding,
            };
            let findings = found.findings.into_iter().map(said).collect();
            Found { findings, ..found }
        }
    }
}

fn ended_as_wanted(replay: &Replay) -> Option<&str> {
    let ended = replay.end == ReplayEnd::Finished && replay.value == replay.wanted;
    replay.value.as_deref().filter(|_| ended)
}

fn unfit(found: &mut Found, case: &Case, replay: &Replay) {
    let replay = Box::new(replay.clone());
    found.finding(Step::Answer, case, Evidence::ReplayFailed { replay });
}

/// Of the pass that went furthest.
fn executions(searched: &Searched) -> u64 {
    reached(&searched.passes).map_or(0, |(_, executions)| executions)
}

fn read_outcomes(case: &Case, claimed: &[String], run: &Run) -> Found {
    match model::searched(Step::Answer, "", case, run) {
        Err(found) => found,
        Ok(searched) => {
            let executions = executions(&searched);
            compare(case, claimed, searched.outcomes, executions)
        }
    }
}

fn compare(case: &Case, claimed: &[String], seen: Vec<Outcome>, executions: u64) -> Found {
    let mut extra: Vec<String> = Vec::new();
    for value in claimed {
        if !extra.contains(value) && seen.iter().all(|outcome| outcome.value != *value) {
            extra.push(value.clone());
        }
    }
    let outcomes = seen.iter().map(|outcome| outcome.value.clone()).collect();
    let missing: Vec<Outcome> =
        seen.into_iter().filter(|outcome| !claimed.contains(&outcome.value)).collect();
    let mut found = Found::default();
    if missing.is_empty() && extra.is_empty() {
        let case = case.name.clone();
        found.proofs.push(Proof::OutcomesMatch { case, outcomes, executions });
    } else {
        let evidence = Evidence::WrongOutcomes { missing, extra, executions };
        found.finding(Step::Answer, case, evidence);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::sample::{failure, ran, searched};
    use facts::{FailureKind, Trace};

    fn outcomes(claimed: &[&str], seen: &[&str]) -> Found {
        let outcome = |value: &&str| Outcome { value: (*value).into(), witness: Trace::default() };
        let searched = searched(20, seen.iter().map(outcome).collect());
        let claimed = claimed.iter().map(|value| (*value).to_owned()).collect();
        let facts = vec![
            Fact::Asked(Question::Outcomes { claimed }),
            Fact::Searched(Box::new(searched)),
            Fact::Completed,
        ];
        read(&[ran("two_by_two", facts)])
    }

    #[test]
    fn order_and_repetition_of_claims_do_not_matter() {
        let found = outcomes(&["4", "2", "3", "2"], &["2", "3", "4"]);
        assert!(matches!(&found.proofs[..], [Proof::OutcomesMatch { executions: 20, .. }]));
    }

    #[test]
    fn missing_and_extra_outcomes_are_named() {
        let found = outcomes(&["1", "4", "1"], &["2", "4"]);
        let Evidence::WrongOutcomes { missing, extra, .. } = &found.findings[0].evidence else {
            panic!("{found:?}");
        };
        assert_eq!(missing.iter().map(|it| it.value.as_str()).collect::<Vec<_>>(), ["2"]);
        assert_eq!(*extra, ["1"]);
    }

    fn replayed(end: ReplayEnd, value: &str) -> Fact {
        let (trace, entries, value) = (Trace::default(), Vec::new(), Some(value.to_owned()));
        Fact::Replayed(Replay { end, trace, entries, value, wanted: Some("2".into()) })
    }

    #[test]
    fn a_value_must_be_the_wanted_one() {
        for question in [Question::Schedule, Question::Result] {
            let read = |fact| read(&[ran("ten_each", vec![Fact::Asked(question.clone()), fact])]);
            assert_eq!(read(replayed(ReplayEnd::Finished, "2")).proofs.len(), 1);
            assert_eq!(read(replayed(ReplayEnd::Finished, "3")).findings.len(), 1);
            let unfinished = ReplayEnd::Unfinished { threads: vec!["A".into()] };
            assert_eq!(read(replayed(unfinished, "2")).findings.len(), 1);
        }
    }

    fn failing(claimed: bool, end: Option<ReplayEnd>, can_fail: bool) -> Found {
        let mut searched = searched(20, Vec::new());
        let deadlock = FailureKind::Deadlock(Vec::new());
        searched.failure = can_fail.then(|| failure(deadlock));
        let mut facts = vec![Fact::Asked(Question::Failure { claimed })];
        facts.extend(end.map(|end| replayed(end, "")));
        facts.extend([Fact::Searched(Box::new(searched)), Fact::Completed]);
        read(&[ran("both_locks", facts)])
    }

    fn evidence(found: Found) -> Evidence {
        found.findings.into_iter().next().unwrap().evidence
    }

    #[test]
    fn a_schedule_must_make_the_program_fail() {
        let failed = ReplayEnd::Failed(FailureKind::Deadlock(Vec::new()));
        let found = failing(true, Some(failed), true);
        assert_eq!(found.proofs, [Proof::Fails { case: "both_locks".into() }]);
        let finished = || Some(ReplayEnd::Finished);
        let kept = evidence(failing(true, finished(), true));
        assert!(matches!(kept, Evidence::ReplayFailed { .. }));
        let never = evidence(failing(true, finished(), false));
        assert!(matches!(never, Evidence::CannotFail { executions: 20, .. }));
    }

    #[test]
    fn what_is_said_never_to_fail_must_not() {
        let found = failing(false, None, false);
        let case = "both_locks".into();
        assert_eq!(found.proofs, [Proof::NeverFails { case, executions: 20 }]);
        let can = evidence(failing(false, None, true));
        assert!(matches!(can, Evidence::CanFail { .. }));
    }
}
