//! Answers: outcome sets and schedules, compared with the real program.

use super::{Ask, Found, Ran, ending, model};
use crate::exercise::Meta;
use crate::finding::{Case, Evidence, Step};
use crate::process::Run;
use crate::verdict::Proof;
use facts::{Fact, Outcome, Replay, ReplayEnd, Task};

/// A hidden file has one or the other; each macro writes `main`.
pub fn ask(meta: &Meta, source: &str, name: &str) -> Ask {
    let search = model::ask(&meta.model, name);
    if source.contains("schedules!") {
        return Ask { task: Task::Replay { name: name.to_owned() }, ..search };
    }
    search
}

pub fn read(ran: &[Ran]) -> Found {
    let mut found = Found::default();
    for Ran { case, run } in ran {
        let replay = run.facts.iter().find_map(|fact| match fact {
            Fact::Replayed(replay) => Some(replay),
            _ => None,
        });
        found.add(match replay.filter(|_| !run.forged) {
            Some(replay) => read_replay(case, replay),
            None => read_outcomes(case, run),
        });
    }
    found
}

fn read_replay(case: &Case, replay: &Replay) -> Found {
    let mut found = Found::default();
    match &replay.value {
        Some(value) if replay.end == ReplayEnd::Finished && *value == replay.wanted => {
            let (case, value) = (case.name.clone(), value.clone());
            found.proofs.push(Proof::Replayed { case, value });
        }
        _ => {
            let replay = Box::new(replay.clone());
            found.finding(Step::Answer, case, Evidence::ReplayFailed { replay });
        }
    }
    found
}

fn read_outcomes(case: &Case, run: &Run) -> Found {
    let claimed = run.facts.iter().find_map(|fact| match fact {
        Fact::Claimed(values) => Some(values),
        _ => None,
    });
    let Some(claimed) = claimed.filter(|_| !run.forged) else {
        return ending::without_report(Step::Answer, case, run);
    };
    match model::searched(Step::Answer, "", case, run) {
        Err(found) => found,
        Ok(searched) => {
            let executions = searched.passes.last().map_or(0, |pass| pass.executions);
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
    use crate::step::sample::{ran, searched};
    use facts::Trace;

    fn outcomes(claimed: &[&str], seen: &[&str]) -> Found {
        let outcome = |value: &&str| Outcome { value: (*value).into(), witness: Trace::default() };
        let searched = searched(20, seen.iter().map(outcome).collect());
        let claimed = claimed.iter().map(|value| (*value).to_owned()).collect();
        let facts =
            vec![Fact::Claimed(claimed), Fact::Searched(Box::new(searched)), Fact::Completed];
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

    #[test]
    fn a_schedule_must_end_with_the_wanted_value() {
        let replay = |end, value: &str| {
            let (trace, value) = (Trace::default(), Some(value.to_owned()));
            Fact::Replayed(Replay { end, trace, value, wanted: "2".into() })
        };
        let read = |fact| read(&[ran("ten_each", vec![fact])]);
        assert_eq!(read(replay(ReplayEnd::Finished, "2")).proofs.len(), 1);
        assert_eq!(read(replay(ReplayEnd::Finished, "3")).findings.len(), 1);
        let unfinished = ReplayEnd::Unfinished { threads: vec!["A".into()] };
        assert_eq!(read(replay(unfinished, "2")).findings.len(), 1);
    }
}
