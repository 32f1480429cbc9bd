//! Which text a place points into, and how a place is said.

use crate::finding::Case;
use crate::verdict::Judgement;
use facts::Place;

/// The texts a trace can point into.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The learner's file and its text.
    pub file: &'a str,
    pub text: &'a str,
    pub case: Option<&'a Case>,
    /// Whether the file of the case is told like the learner's own.
    pub as_own: bool,
}

impl<'a> Sources<'a> {
    pub fn new(judgement: &'a Judgement, case: Option<&'a Case>) -> Self {
        Self { file: &judgement.file, text: &judgement.source, case, as_own: false }
    }

    /// Whether the place is in the learner's file, or in one told like it.
    pub fn is_learners(&self, place: &Place) -> bool {
        self.is_own(place) || (self.as_own && self.hidden(place).is_some())
    }

    fn is_own(&self, place: &Place) -> bool {
        place.file == self.file || base(&place.file) == base(self.file)
    }

    fn hidden(&self, place: &Place) -> Option<&'a Case> {
        self.case.filter(|case| base(&case.file) == base(&place.file))
    }

    /// The text from its beginning to the place, and the text from there on.
    pub fn around(&self, place: &Place) -> Option<(&'a str, &'a str)> {
        if self.is_own(place) {
            return split(self.text, place.line, place.column);
        }
        split(&self.hidden(place)?.text, place.line, place.column)
    }

    /// `lib.rs:14`. A function that is handed over, as in `map(Mutex::lock)`,
    /// is called from within std, where no learner looks.
    pub fn place(&self, place: &Place) -> String {
        if place.file.starts_with("/rustc/") {
            return "std code".to_owned();
        }
        format!("{}:{}", base(&place.file), place.line)
    }

    /// `:14` in the learner's file, `model.rs:14` elsewhere.
    pub fn short_place(&self, place: &Place) -> String {
        if self.is_own(place) { format!(":{}", place.line) } else { self.place(place) }
    }
}

fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Lines and columns count from 1, columns in characters, as rustc counts.
fn split(text: &str, line: u32, column: u32) -> Option<(&str, &str)> {
    let line = usize::try_from(line.checked_sub(1)?).ok()?;
    let column = usize::try_from(column.checked_sub(1)?).ok()?;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = text.lines().nth(line)?;
    let within = match rest.char_indices().nth(column) {
        Some((offset, _)) => offset,
        None if column == rest.chars().count() => rest.len(),
        None => return None,
    };
    text.split_at_checked(start + within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "a\n  ä.load()\n";
        assert_eq!(split(text, 2, 5), Some(("a\n  ä.", "load()\n")));
        assert_eq!(split(text, 9, 1), None);
    }

    const LEARNERS: Sources<'_> =
        Sources { file: "a/lib.rs", text: "c.load()", case: None, as_own: false };

    fn hidden(file: &str, text: &str) -> Case {
        Case {
            name: "case".into(),
            summary: String::new(),
            code: "fn case() {\n    counters();\n}".into(),
            file: file.into(),
            line: 3,
            text: text.into(),
        }
    }

    fn place(file: &str, line: u32, column: u32) -> Place {
        Place { file: file.into(), line, column }
    }

    #[test]
    fn calls_from_within_std_have_no_line() {
        let within = place("/rustc/1/library/core/src/ops/function.rs", 7, 1);
        assert_eq!(LEARNERS.place(&within), "std code");
        assert_eq!(LEARNERS.place(&place("a/lib.rs", 7, 1)), "lib.rs:7");
    }

    #[test]
    fn a_hidden_place_is_found_in_the_hidden_file() {
        let case = hidden("model.rs", "fn counters() {\n    let x = AtomicU64::new(0);\n}\n");
        let sources = Sources { case: Some(&case), ..LEARNERS };
        let (before, _) = sources.around(&place("hidden/model.rs", 2, 13)).unwrap();
        assert!(before.ends_with("let x = "));
        assert!(!sources.is_learners(&place("hidden/model.rs", 2, 13)));
    }

    #[test]
    fn a_hidden_file_that_is_told_like_the_learners_keeps_its_name() {
        let case = hidden("mutants.rs", "a\nb.load()\n");
        let sources = Sources { case: Some(&case), as_own: true, ..LEARNERS };
        assert!(sources.is_learners(&place("hidden/mutants.rs", 2, 3)));
        assert!(!sources.is_learners(&place("hidden/model.rs", 2, 3)));
        assert_eq!(sources.short_place(&place("hidden/mutants.rs", 2, 3)), "mutants.rs:2");
        assert_eq!(sources.short_place(&place("a/lib.rs", 2, 3)), ":2");
    }
}
