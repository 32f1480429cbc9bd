//! One JSON object a line for each judged file, and nothing else.

use crate::event::{Event, Sink};
use crate::exercise::Exercise;
use crate::explain;
use crate::verdict::{Judgement, Verdict};
use serde::Serialize;
use std::io::Write;

/// Writes to standard output.
pub struct Json;

/// What stands in a line. Keys are only ever added.
#[derive(Serialize)]
struct Line<'a> {
    exercise: String,
    verdict: Verdict,
    /// Whether the judgement was made before and is told from memory; then
    /// there are no outcomes.
    cached: bool,
    #[serde(flatten)]
    judgement: &'a Judgement,
    /// What a person is shown, without colours.
    explanation: String,
}

impl Sink for Json {
    fn event(&self, event: Event<'_>) {
        let Event::Judged { exercise, judgement, cached } = event else { return };
        let line = line(exercise, judgement, cached);
        // A reader that went away has seen what it wanted; the exit code stays.
        let _ = writeln!(std::io::stdout().lock(), "{line}");
    }
}

fn line(exercise: &Exercise, judgement: &Judgement, cached: bool) -> String {
    let explanation = if cached { String::new() } else { explain::judgement(judgement) };
    let line = Line {
        exercise: exercise.key.slug(),
        verdict: judgement.verdict(),
        cached,
        judgement,
        explanation: anstream::adapter::strip_str(&explanation).to_string(),
    };
    serde_json::to_string(&line).expect("a judgement has string keys and nothing that fails")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::verdict_line::tests as samples;

    #[test]
    fn a_line_is_one_object_with_verdict_and_evidence() {
        let exercise = samples::exercise("02_locks/04_bank_transfer");
        let line = line(&exercise, &samples::judgement(&exercise, 1204), false);
        assert!(!line.contains('\n'));
        let object: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(object["exercise"], "bank-transfer");
        assert_eq!(object["key"], "02_locks/04_bank_transfer");
        assert_eq!(object["verdict"], "solved");
        assert_eq!(object["cached"], false);
        assert_eq!(object["outcomes"][0]["proofs"][0]["passes"][0]["executions"], 1204);
        assert!(object["explanation"].is_string());
        assert!(!line.contains("\\u001b"));
    }
}
