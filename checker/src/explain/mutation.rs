//! Tests of the learner's that tell right from wrong badly.

use super::paint;
use super::prose::{code, count, paragraph};
use crate::finding::Evidence;

/// The name of what the learner's test does wrong.
pub fn title(evidence: &Evidence) -> Option<&'static str> {
    match evidence {
        Evidence::BugSurvived { .. } => Some("a bug survives your test"),
        Evidence::RightRejected { .. } => Some("your test rejects a right implementation"),
        Evidence::Vacuous { .. } => Some("your test proves nothing"),
        _ => None,
    }
}

/// `name` is the implementation's.
pub fn told(name: &str, evidence: &Evidence) -> Option<String> {
    let heading = format!("  {}", paint::alarm(title(evidence)?));
    let rest = match evidence {
        Evidence::BugSurvived { executions } => paragraph(3, &survived(name, *executions)),
        Evidence::RightRejected { message } => rejected(name, message),
        Evidence::Vacuous { executions } => paragraph(3, &vacuous(*executions)),
        _ => return None,
    };
    Some(format!("{heading}\n\n{rest}"))
}

fn survived(name: &str, executions: u64) -> String {
    format!(
        "{} has a bug. Your test explored {} of it and no assertion failed. A test catches a bug \
         only if its threads reach it and an assertion depends on it.",
        code(name),
        count(executions, "execution")
    )
}

fn rejected(name: &str, message: &str) -> String {
    let message = message.trim();
    let intro = format!(
        "{} is right, and your test fails on it: the test asks for more than was promised.",
        code(name)
    );
    let intro = paragraph(3, &intro);
    if message.is_empty() {
        return intro;
    }
    format!("{intro}\n\n   It failed with:\n{}", super::prose::quoted(message))
}

fn vacuous(executions: u64) -> String {
    format!(
        "It explored {}. Where one thread runs alone there is one order and nothing to explore: \
         what can collide has to run in threads spawned with {} inside the model.",
        count(executions, "execution"),
        code("loom::thread::spawn")
    )
}
