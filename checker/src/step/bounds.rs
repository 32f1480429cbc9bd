//! Bounds: misuses of the learner's types that the compiler must refuse.
//!
//! A hidden file has a function for each, with the codes of the errors wanted
//! above it: `// error: E0277`. All are compiled together, which works because
//! rustc goes on from one function's errors to the next function.

use super::Found;
use super::case;
use super::compile::{self, Hidden};
use crate::cargo::{Diagnostic, Package};
use crate::finding::{Case, Evidence, Step};
use crate::verdict::Proof;

/// What stands before the codes.
const WANTED: &str = "// error:";

/// What became of the misuses: `package` is the hidden file, built.
pub fn read(package: &Package, hidden: &Hidden) -> Found {
    let misuses = misuses(hidden);
    let refuses = |misuse: &Misuse, error: &Diagnostic| {
        let code = error.code.as_ref();
        hidden.case_of(error).is_some_and(|case| case.name == misuse.case.name)
            && code.is_some_and(|code| misuse.wanted.contains(code))
    };
    let mut found = Found::default();
    // An error that nobody wanted may keep the compiler from coming to the
    // others, so nothing is said of those.
    let unwanted = package.errors.iter().filter(|&error| {
        error.target == hidden.program && !misuses.iter().any(|misuse| refuses(misuse, error))
    });
    let unwanted = Package { errors: unwanted.cloned().collect(), ..Package::default() };
    if !unwanted.errors.is_empty() {
        found.findings = compile::hidden_errors(&unwanted, std::slice::from_ref(hidden));
        return found;
    }
    for misuse in &misuses {
        if !package.errors.iter().any(|error| refuses(misuse, error)) {
            found.finding(Step::Bounds, &misuse.case, Evidence::MisuseCompiles);
        }
    }
    if found.findings.is_empty() {
        found.proofs.push(Proof::MisusesRefused { count: misuses.len() });
    }
    found
}

/// A function that must not compile.
struct Misuse {
    case: Case,
    /// Codes of the errors, any of which refuses it.
    wanted: Vec<String>,
}

fn misuses(hidden: &Hidden) -> Vec<Misuse> {
    let lines = hidden.source.lines().zip(1..);
    let misuse = |(line, number): (&str, u32)| {
        let codes = line.trim_start().strip_prefix(WANTED)?;
        let wanted = codes.split([',', ' ']).filter(|code| !code.is_empty());
        let case = case::at_line(&hidden.file, &hidden.source, number + 1)?;
        Some(Misuse { case, wanted: wanted.map(str::to_owned).collect() })
    };
    lines.filter_map(misuse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
use learner::Lock;

fn shared<T: Sync>(_: &T) {}

/// An `Rc` counts without atomics.
// error: E0277
fn lock_of_rc(lock: Lock<std::rc::Rc<u32>>) {
    shared(&lock);
}

/// The guard keeps the lock borrowed.
// error: E0505, E0597
fn outlives(lock: Lock<u32>) {
    drop(lock);
}
";

    fn read_with(errors: &[(&str, u32)]) -> Found {
        let hidden = Hidden {
            program: "lock--learner--bounds".into(),
            file: "bounds.rs".into(),
            source: SOURCE.into(),
        };
        let error = |&(code, line): &(&str, u32)| Diagnostic {
            target: hidden.program.clone(),
            code: Some(code.into()),
            message: String::new(),
            rendered: code.into(),
            places: vec![("/r/hidden/bounds.rs".into(), line)],
        };
        let errors = errors.iter().map(error).collect();
        read(&Package { errors, ..Package::default() }, &hidden)
    }

    #[test]
    fn refused_misuses_are_a_proof() {
        let found = read_with(&[("E0277", 8), ("E0597", 14)]);
        assert_eq!(found.proofs, [Proof::MisusesRefused { count: 2 }]);
    }

    #[test]
    fn a_misuse_that_compiles_is_found_with_its_reason() {
        let found = read_with(&[("E0505", 14)]);
        let [finding] = &found.findings[..] else { panic!("{found:?}") };
        assert_eq!(finding.evidence, Evidence::MisuseCompiles);
        let case = finding.case.as_ref().unwrap();
        assert_eq!(
            (&*case.name, &*case.summary),
            ("lock_of_rc", "An `Rc` counts without atomics.")
        );
    }

    #[test]
    fn another_error_says_nothing_of_the_misuses() {
        for other in [("E0432", 1), ("E0308", 8), ("E0277", 14)] {
            let found = read_with(&[other, ("E0277", 8)]);
            assert_eq!(found.findings.len(), 1, "{found:?}");
            assert!(matches!(found.findings[0].evidence, Evidence::CompileErrors { .. }));
        }
    }
}
