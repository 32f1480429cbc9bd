//! Compile errors: whose they are, and what a stand-in lacks.

use super::case;
use crate::cargo::{Diagnostic, Package};
use crate::finding::{Case, Evidence, Finding, Step};
use crate::verdict::Doubt;

/// A hidden file as compilers name it, and its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Hidden {
    /// Name of the program it is built as.
    pub program: String,
    /// `tests.rs`
    pub file: String,
    pub source: String,
}

impl Hidden {
    /// The case that an error of the file is in.
    pub fn case_of(&self, error: &Diagnostic) -> Option<Case> {
        let mut own = error.places.iter().filter(|(file, _)| file.ends_with(&self.file));
        own.find_map(|(_, line)| case::at_line(&self.file, &self.source, *line))
    }
}

/// Errors in the learner's file; no rule was broken.
pub fn learner_errors(errors: &[Diagnostic]) -> Finding {
    let rendered = errors.iter().map(|error| error.rendered.clone()).collect();
    Finding { step: Step::Compile, case: None, evidence: Evidence::CompileErrors { rendered } }
}

/// Errors in hidden files: they call the learner's crate in a way it does not
/// allow, so each is shown with the case that calls.
pub fn hidden_errors(package: &Package, files: &[Hidden]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for error in &package.errors {
        let case = calling_case(error, files);
        let same = findings.iter_mut().find(|finding| finding.case == case);
        match same.map(|finding| &mut finding.evidence) {
            Some(Evidence::CompileErrors { rendered }) => rendered.push(error.rendered.clone()),
            _ => {
                let evidence = Evidence::CompileErrors { rendered: vec![error.rendered.clone()] };
                findings.push(Finding { step: Step::Compile, case, evidence });
            }
        }
    }
    findings
}

fn calling_case(error: &Diagnostic, files: &[Hidden]) -> Option<Case> {
    let hidden = files.iter().find(|hidden| hidden.program == error.target)?;
    hidden.case_of(error)
}

/// Errors that only the model build has: once for each item that is lacking.
pub fn lacking(errors: &[Diagnostic]) -> Vec<Doubt> {
    let mut items: Vec<String> = Vec::new();
    let mut doubts = Vec::new();
    for error in errors {
        let item = item(error);
        if !items.contains(&item) {
            items.push(item.clone());
            let rendered = error.rendered.clone();
            doubts.push(Doubt::StandinLacks { item, rendered });
        }
    }
    doubts
}

/// What an error is about, from the names that rustc puts between backticks.
fn item(error: &Diagnostic) -> String {
    let quoted: Vec<&str> = error.message.split('`').skip(1).step_by(2).collect();
    match (error.code.as_deref(), quoted.as_slice()) {
        // "no method named `x` found for struct `Mutex<T>` in the current scope"
        (Some("E0599"), [name, owner, ..]) => {
            let owner = owner.split('<').next().unwrap_or(owner).trim_start_matches('&');
            format!("{owner}::{name}")
        }
        // "could not find `x` in `sync`", "cannot find function `x` in module `thread`"
        (Some("E0433" | "E0425" | "E0412" | "E0432"), [name, owner, ..])
            if error.message.contains(" in ") =>
        {
            format!("{owner}::{name}")
        }
        (_, [name, ..]) => (*name).to_owned(),
        _ => error.message.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(code: &str, message: &str) -> Diagnostic {
        Diagnostic {
            target: "latch--learner--tests".into(),
            code: Some(code.into()),
            message: message.into(),
            rendered: message.into(),
            places: vec![("/r/checker/hidden/tests.rs".into(), 3)],
        }
    }

    #[test]
    fn the_lacking_item_is_named_as_the_learner_writes_it() {
        let named = [
            (
                "E0599",
                "no method named `get_cloned` found for struct `Mutex<T>` in the current scope",
                "Mutex::get_cloned",
            ),
            ("E0432", "unresolved import `std::sync::mpmc`", "std::sync::mpmc"),
            (
                "E0433",
                "failed to resolve: could not find `ReentrantLock` in `sync`",
                "sync::ReentrantLock",
            ),
            ("E0277", "the trait bound `Mutex<u8>: Copy` is not satisfied", "Mutex<u8>: Copy"),
            ("E0308", "mismatched types", "mismatched types"),
        ];
        for (code, message, wanted) in named {
            assert_eq!(item(&error(code, message)), wanted);
        }
        let twice =
            [error("E0432", "unresolved import `a`"), error("E0432", "unresolved import `a`")];
        assert_eq!(lacking(&twice).len(), 1);
    }

    #[test]
    fn an_error_in_a_hidden_file_names_the_case_that_calls() {
        let source = "fn one() {}\nfn two() {\n    learner::missing();\n}\n";
        let hidden = Hidden {
            program: "latch--learner--tests".into(),
            file: "tests.rs".into(),
            source: source.into(),
        };
        let errors = vec![error("E0425", "cannot find function `missing` in crate `learner`")];
        let package = Package { errors, ..Package::default() };
        let findings = hidden_errors(&package, &[hidden]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].case.as_ref().unwrap().name, "two");
    }
}
