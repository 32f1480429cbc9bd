//! Paths in compiler messages and facts, as the learner knows them.

use crate::process::Run;
use facts::Fact;
use serde_json::Value;

/// Which paths stand for which, longest story first.
#[derive(Debug, Clone)]
pub struct Paths {
    replaced: Vec<(String, String)>,
}

impl Paths {
    /// The judged file is built as a copy; everything else is built where it
    /// lies, below the root of the repository.
    pub fn new(built_as: String, shown: String, root: &std::path::Path) -> Self {
        let root = format!("{}/", root.display());
        Self { replaced: vec![(built_as, shown), (root, String::new())] }
    }

    pub fn in_text(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (from, to) in &self.replaced {
            if text.contains(from) {
                text = text.replace(from, to);
            }
        }
        text
    }

    /// What a program reported and printed.
    pub fn in_run(&self, run: Run) -> Run {
        Run {
            facts: self.in_facts(&run.facts),
            stdout: self.in_text(&run.stdout),
            stderr: self.in_text(&run.stderr),
            ..run
        }
    }

    /// Every [`facts::Place`] is mapped, however deep it lies.
    fn in_facts(&self, facts: &[Fact]) -> Vec<Fact> {
        let mut value = serde_json::to_value(facts).expect("facts are plain data");
        self.in_value(&mut value);
        serde_json::from_value(value).expect("only the text of paths changed")
    }

    fn in_value(&self, value: &mut Value) {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    match value {
                        Value::String(text) if key == "file" => *text = self.in_text(text),
                        value => self.in_value(value),
                    }
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.in_value(value)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::{Place, Unmet};
    use std::path::Path;

    #[test]
    fn places_and_messages_name_the_file_the_learner_edits() {
        let paths = Paths::new(
            "latch--learner/lib.rs".into(),
            "exercises/latch/lib.rs".into(),
            Path::new("/r"),
        );
        assert_eq!(
            paths.in_text(" --> latch--learner/lib.rs:3:1 and /r/checker/hidden/latch/tests.rs"),
            " --> exercises/latch/lib.rs:3:1 and checker/hidden/latch/tests.rs"
        );
        let unmet = |file: &str, what: &str| {
            let place = Place { file: file.into(), line: 3, column: 1 };
            Fact::Unmet(Unmet { what: what.into(), got: "1".into(), want: "2".into(), place })
        };
        let mapped = paths.in_facts(&[unmet("latch--learner/lib.rs", "latch--learner/lib.rs")]);
        assert_eq!(mapped, [unmet("exercises/latch/lib.rs", "latch--learner/lib.rs")]);
    }
}
