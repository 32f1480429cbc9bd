//! Findings into sentences and pictures: the only place where teaching
//! sentences are written.

mod aba;
mod access;
mod act;
mod answers;
mod blocked;
mod bounds;
mod case;
mod columns;
mod compile;
mod data_race;
mod deadlock;
mod doubt;
#[cfg(test)]
mod fixture;
mod freed;
mod lesson;
mod livelock;
mod lost_update;
mod model;
mod moments;
mod mutation;
mod names;
mod native;
mod numbers;
mod operation;
mod ordering;
mod outcomes;
mod paint;
mod pattern;
mod proof;
mod prose;
mod publish;
mod receiver;
mod replay;
mod row;
pub mod scaling;
mod scene;
mod section;
mod sources;
mod speed;
mod spurious;
mod story;
#[cfg(test)]
mod tests;
mod timeline;
mod trace;
mod waiting;
mod wakeup;

use crate::exercise::Exercise;
use crate::finding::{Evidence, Finding};
use crate::verdict::{Judgement, Verdict};
pub use timeline::Picture;

use facts::Note;
use prose::{count, plain};
use sources::Sources;

/// Everything told about one judged file after its verdict line.
pub fn judgement(judgement: &Judgement) -> String {
    let told = match judgement.verdict() {
        Verdict::Solved => solved(judgement),
        Verdict::NotSolved => findings(judgement),
        Verdict::CannotTell => judgement.doubts().map(doubt::told).collect::<Vec<_>>().join("\n\n"),
    };
    plain(&told)
}

/// What was proved, where a verdict line has no room for it, and warnings.
fn solved(judgement: &Judgement) -> String {
    let proved = proof::line(judgement);
    let told = (!proved.is_empty()).then(|| prose::paragraph(3, &format!("Proved: {proved}.")));
    let warnings = compile::warnings(&judgement.warnings);
    let parts = told.into_iter().chain((!warnings.is_empty()).then_some(warnings));
    parts.collect::<Vec<_>>().join("\n\n")
}

/// What a solved file was shown to do, on one line.
pub fn proved(judgement: &Judgement) -> String {
    proof::line(judgement)
}

/// The numbers among what a solved file was shown to do.
pub fn numbers(judgement: &Judgement) -> Vec<Note> {
    numbers::of(judgement)
}

/// "16 (requests under way together)"
pub fn number(number: &Note) -> String {
    plain(&numbers::told(number))
}

/// What to take along from a solved exercise; nothing from a file that is none.
pub fn lesson(exercise: &Exercise) -> Option<String> {
    lesson::told(&exercise.meta.solved)
}

/// Why the checker cannot tell, on one line without colours.
pub fn doubt_line(judgement: &Judgement) -> String {
    doubt::line(judgement)
}

/// The name of each finding as the learner reads it, and the case that found
/// it, the most instructive first.
pub fn titles(judgement: &Judgement) -> Vec<(String, Option<&str>)> {
    let found = ranked(judgement).into_iter();
    let named = found.map(|finding| {
        let case = finding.case.as_ref().map(|case| case.name.as_str());
        (plain(&title(judgement, finding)), case)
    });
    named.collect()
}

/// The finding that is told in full, if there is one.
pub fn shown(judgement: &Judgement) -> Option<&Finding> {
    ranked(judgement).into_iter().next()
}

/// The most instructive first.
fn ranked(judgement: &Judgement) -> Vec<&Finding> {
    let mut found: Vec<_> = judgement.findings().collect();
    found.sort_by_key(|finding| rank(&finding.evidence));
    found
}

/// The most instructive finding in full, the others on a line each.
fn findings(judgement: &Judgement) -> String {
    let found = ranked(judgement);
    let whole = found.iter().filter(|finding| rank(&finding.evidence).0 == 0).count().max(1);
    let (full, rest) = found.split_at(whole.min(found.len()));
    let mut parts: Vec<_> = full.iter().map(|finding| in_full(judgement, finding)).collect();
    if !rest.is_empty() {
        let lines = rest.iter().map(|finding| in_short(judgement, finding));
        let lines = lines.collect::<Vec<_>>().join("\n");
        let more = plain(&count(rest.len() as u64, "more finding").replacen(' ', "\u{a0}", 1));
        parts.push(format!("   {}\n{lines}", paint::bold(&format!("{more}:"))));
    }
    let doubts = judgement.doubts().map(|doubt| native::short("cannot tell", &doubt::short(doubt)));
    let doubts = doubts.collect::<Vec<_>>().join("\n");
    parts.extend((!doubts.is_empty()).then_some(doubts));
    parts.join("\n\n")
}

/// Smaller is told first: what stops everything else, then pictures, short
/// ones before long ones, then what only says that something is wrong.
fn rank(evidence: &Evidence) -> (u8, usize) {
    match evidence {
        Evidence::CompileErrors { .. } | Evidence::RuleBroken { .. } => (0, 0),
        Evidence::ModelFailed { failure, .. } => (1, failure.trace.steps.len()),
        Evidence::WrongOutcomes { .. }
        | Evidence::ReplayFailed { .. }
        | Evidence::WrongResult { .. }
        | Evidence::CanFail { .. }
        | Evidence::CannotFail { .. } => (2, 0),
        Evidence::Vacuous { .. } => (3, 0),
        Evidence::RightRejected { witness, .. } => (4, usize::from(witness.is_none())),
        Evidence::BugSurvived { witness, .. } => (5, mutation::length(witness.as_deref())),
        Evidence::MisuseCompiles => (6, 0),
        Evidence::Panicked(_) | Evidence::Unmet(_) => (7, 0),
        Evidence::TooSlow { .. } => (9, 0),
        _ => (8, 0),
    }
}

fn in_full(judgement: &Judgement, finding: &Finding) -> String {
    let sources = Sources::new(judgement, finding.case.as_ref());
    let told = match &finding.evidence {
        Evidence::CompileErrors { rendered } => compile::errors(rendered),
        Evidence::RuleBroken { rule, rendered } => compile::rule(rule, rendered),
        Evidence::MisuseCompiles => bounds::told(),
        Evidence::ModelFailed { failure, passes } => model::told(sources, failure, passes),
        Evidence::WrongOutcomes { missing, extra, executions } => {
            outcomes::told(sources, missing, extra, *executions)
        }
        Evidence::ReplayFailed { replay } => replay::told(sources, replay),
        Evidence::WrongResult { replay } => answers::wrong_result(sources, replay),
        Evidence::CanFail { failure, passes } => answers::can_fail(sources, failure, passes),
        Evidence::CannotFail { replay, executions } => {
            answers::cannot_fail(sources, replay, *executions)
        }
        Evidence::TooSlow { ratio, wanted, cpus, trials } => {
            speed::told(*ratio, *wanted, *cpus, trials)
        }
        other => native::told(sources, other)
            .or_else(|| mutation::told(sources, other))
            .unwrap_or_default(),
    };
    match &finding.case {
        Some(case) if !case.code.is_empty() || !case.summary.is_empty() => {
            format!(
                "{told}\n\n{}",
                case::told(finding.step, case, mutation::at_work(&finding.evidence))
            )
        }
        _ => told,
    }
}

/// "- `two_visitors`: lost update"
fn in_short(judgement: &Judgement, finding: &Finding) -> String {
    let name = finding.case.as_ref().map(|case| case.name.as_str());
    let sources = Sources::new(judgement, finding.case.as_ref());
    let said = mutation::short(sources, &finding.evidence);
    let said = said.unwrap_or_else(|| title(judgement, finding));
    native::short(name.unwrap_or(finding.step.name()), &said)
}

/// "lost update"
fn title(judgement: &Judgement, finding: &Finding) -> String {
    let sources = Sources::new(judgement, finding.case.as_ref());
    match &finding.evidence {
        Evidence::CompileErrors { .. } => "does not compile".to_owned(),
        Evidence::RuleBroken { rule, .. } => format!("rule broken: {rule}"),
        Evidence::MisuseCompiles => bounds::TITLE.to_owned(),
        Evidence::ModelFailed { failure, passes } => model::title(sources, failure, passes),
        Evidence::WrongOutcomes { missing, extra, .. } => outcomes::title(missing, extra),
        Evidence::ReplayFailed { replay } => replay::title(replay).to_owned(),
        Evidence::WrongResult { .. } => answers::WRONG_RESULT.to_owned(),
        Evidence::CanFail { failure, passes } => answers::can_fail_title(sources, failure, passes),
        Evidence::CannotFail { .. } => answers::CANNOT_FAIL.to_owned(),
        Evidence::TooSlow { ratio, wanted, .. } => speed::title(*ratio, *wanted),
        other => native::title(sources, other)
            .or_else(|| mutation::title(sources, other))
            .unwrap_or_default(),
    }
}
