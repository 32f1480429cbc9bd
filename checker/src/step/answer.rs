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
    match model::searched(Step::Answer, case, run) {
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
