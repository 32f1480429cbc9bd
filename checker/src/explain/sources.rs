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
    /// A hidden file that is told like the learner's own: its name and its text.
    pub beside: Option<(&'a str, &'a str)>,
}

impl<'a> Sources<'a> {
    pub fn new(judgement: &'a Judgement, case: Option<&'a Case>) -> Self {
        Self { file: &judgement.file, text: &judgement.source, case, beside: None }
    }

    /// Whether the place is in the learner's file, or in one told like it.
    pub fn is_learners(&self, place: &Place) -> bool {
        self.is_own(place) || self.beside(place).is_some()
    }

    fn is_own(&self, place: &Place) -> bool {
        place.file == self.file || base(&place.file) == base(self.file)
    }

    fn beside(&self, place: &Place) -> Option<&'a str> {
        self.beside.filter(|(file, _)| base(file) == base(&place.file)).map(|(_, text)| text)
    }

    /// The text from its beginning to the place, and the text from there on.
    pub fn around(&self, place: &Place) -> Option<(&'a str, &'a str)> {
        if self.is_own(place) {
            return split(self.text, place.line, place.column);
        }
        if let Some(text) = self.beside(place) {
            return split(text, place.line, place.column);
        }
        let case = self.case.filter(|case| base(&case.file) == base(&place.file))?;
        // The code is shown from its `fn` line on, attributes and comments cut off.
        split(&case.code, (place.line + 1).checked_sub(case.line)?, place.column)
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

    #[test]
    fn calls_from_within_std_have_no_line() {
        let sources = Sources { file: "lib.rs", text: "", case: None, beside: None };
        let place = |file: &str| Place { file: file.into(), line: 7, column: 1 };
        assert_eq!(sources.place(&place("/rustc/1/library/core/src/ops/function.rs")), "std code");
        assert_eq!(sources.place(&place("a/lib.rs")), "lib.rs:7");
    }

    #[test]
    fn a_file_beside_the_learners_is_told_with_its_name() {
        let beside = Some(("mutants.rs", "a\nb.load()\n"));
        let sources = Sources { file: "a/lib.rs", text: "c.load()", case: None, beside };
        let place = |file: &str| Place { file: file.into(), line: 2, column: 3 };
        assert!(sources.is_learners(&place("hidden/mutants.rs")));
        assert!(!sources.is_learners(&place("hidden/model.rs")));
        assert_eq!(sources.around(&place("mutants.rs")), Some(("a\nb.", "load()\n")));
        assert_eq!(sources.short_place(&place("hidden/mutants.rs")), "mutants.rs:2");
        assert_eq!(sources.short_place(&place("a/lib.rs")), ":2");
    }

    #[test]
    fn a_hidden_place_is_found_in_the_cases_code() {
        let case = Case {
            name: "case".into(),
            summary: String::new(),
            code: "fn case() {\n    let x = AtomicU64::new(0);\n}".into(),
            file: "model.rs".into(),
            line: 10,
        };
        let sources =
            Sources { file: "exercises/a/lib.rs", text: "", case: Some(&case), beside: None };
        let place = Place { file: "hidden/model.rs".into(), line: 11, column: 13 };
        let (before, _) = sources.around(&place).unwrap();
        assert!(before.ends_with("let x = "));
    }
}
