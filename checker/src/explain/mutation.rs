//! Tests of the learner's that tell right from wrong badly.

use super::prose::{code, count, paragraph};
use super::sources::Sources;
use super::{model, paint};
use crate::finding::{Case, Evidence, Witness};
use facts::FailureKind;

/// The name of what the learner's test does wrong, and of the bug if it is known.
pub fn title(sources: Sources<'_>, evidence: &Evidence) -> Option<String> {
    let name = name_of(evidence)?;
    let kind = kind(sources, evidence).map(|kind| format!(": {kind}"));
    Some(format!("{name}{}", kind.unwrap_or_default()))
}

/// "lost update", of a bug that survived.
fn kind(sources: Sources<'_>, evidence: &Evidence) -> Option<String> {
    let Evidence::BugSurvived { witness: Some(witness), .. } = evidence else { return None };
    Some(model::title(of_hidden(sources), &witness.failure, &witness.passes))
}

fn name_of(evidence: &Evidence) -> Option<&'static str> {
    match evidence {
        Evidence::BugSurvived { .. } => Some("a bug survives your test"),
        Evidence::RightRejected { .. } => Some("your test rejects a right implementation"),
        Evidence::Vacuous { .. } => Some("your test proves nothing"),
        _ => None,
    }
}

/// Everything told of it, except the implementation.
pub fn told(sources: Sources<'_>, evidence: &Evidence) -> Option<String> {
    let heading = format!("  {}", paint::alarm(name_of(evidence)?));
    let rest = match evidence {
        Evidence::BugSurvived { executions, witness } => {
            survived(sources, *executions, witness.as_deref())
        }
        Evidence::RightRejected { message, witness } => {
            rejected(sources, message, witness.as_deref())
        }
        Evidence::Vacuous { executions } => paragraph(3, &vacuous(*executions)),
        _ => return None,
    };
    Some(format!("{heading}\n\n{rest}"))
}

/// On a line, with what is wrong or right about the implementation.
pub fn short(sources: Sources<'_>, evidence: &Evidence) -> Option<String> {
    let said = match evidence {
        Evidence::BugSurvived { .. } => match kind(sources, evidence) {
            Some(kind) => format!("survives ({kind})"),
            None => "survives".to_owned(),
        },
        Evidence::RightRejected { .. } => "is rejected".to_owned(),
        _ => return None,
    };
    let about = sources.case.map(|case| case.summary.as_str()).unwrap_or_default();
    Some(if about.is_empty() { said } else { format!("{said}. {about}") })
}

/// The functions of the implementation that do what is told.
pub fn at_work(evidence: &Evidence) -> &[Case] {
    match evidence {
        Evidence::BugSurvived { witness: Some(witness), .. }
        | Evidence::RightRejected { witness: Some(witness), .. } => &witness.code,
        _ => &[],
    }
}

/// Steps of the picture; what has none is told after what has one.
pub fn length(witness: Option<&Witness>) -> usize {
    witness.map_or(usize::MAX, |witness| witness.failure.trace.steps.len())
}

/// The sources of an execution of hidden implementations: theirs is the code
/// that is told.
fn of_hidden(sources: Sources<'_>) -> Sources<'_> {
    Sources { as_own: true, ..sources }
}

fn name(sources: Sources<'_>) -> String {
    sources.case.map_or_else(|| "the implementation".to_owned(), |case| code(&case.name))
}

fn survived(sources: Sources<'_>, executions: u64, witness: Option<&Witness>) -> String {
    let intro = format!(
        "{} has a bug. Your test explored {} of it and no assertion failed. A test catches a bug \
         only if its threads reach it and an assertion depends on it.",
        name(sources),
        count(executions, "execution")
    );
    let Some(witness) = witness else { return paragraph(3, &intro) };
    let intro = paragraph(3, &format!("{intro} Threads that reach it, in a test of ours:"));
    let picture = model::told(of_hidden(sources), &witness.failure, &witness.passes);
    format!("{intro}\n\n{picture}")
}

/// Words of loom's own complaint.
const OUTSIDE: &str = "from outside a Loom model";

fn rejected(sources: Sources<'_>, message: &str, witness: Option<&Witness>) -> String {
    let message = message.trim();
    let name = name(sources);
    let why = if message.contains(OUTSIDE) {
        "something of loom's is used where loom is not running. What is made of its types is made \
         inside the closure of `loom::model`, and only threads of `loom::thread` use it."
    } else {
        "the test asks for more than was promised."
    };
    let intro = format!("{name} is right, and your test fails on it: {why}");
    match witness {
        Some(witness) => {
            let Witness { failure, passes, .. } = witness;
            let sources = of_hidden(sources);
            let intro = format!("{intro} Every step of {name} is sound here:");
            let picture = match failure.kind {
                FailureKind::Deadlock(_) => model::told(sources, failure, passes),
                _ => model::shown(sources, failure, passes),
            };
            format!("{}\n\n{picture}", paragraph(3, &intro))
        }
        None if message.is_empty() => paragraph(3, &intro),
        None => {
            let quoted = super::prose::quoted(message);
            format!("{}\n\n   It failed with:\n{quoted}", paragraph(3, &intro))
        }
    }
}

fn vacuous(executions: u64) -> String {
    format!(
        "It explored {}. Where one thread runs alone there is one order and nothing to explore: \
         what can collide has to run in threads spawned with {} inside the model.",
        count(executions, "execution"),
        code("loom::thread::spawn")
    )
}
