//! Rules: no `unsafe` unless the exercise allows it, and one file only.

use crate::cargo::{Diagnostic, Package};
use crate::error::Error;
use crate::finding::{Evidence, Finding, Step};
use std::fs;
use std::path::PathBuf;

/// The rule that forbids `unsafe` code.
pub const NO_UNSAFE: &str = "no unsafe code";

/// The rule that forbids reading other files into the program.
pub const ONE_FILE: &str = "one file";

/// The errors of the learner's file, if each is a broken rule. Otherwise the
/// file has to compile before rules matter.
pub fn broken(errors: &[Diagnostic]) -> Option<Vec<Finding>> {
    (!errors.is_empty() && errors.iter().all(forbids_unsafe)).then(|| {
        let findings = errors.iter().map(|error| finding(NO_UNSAFE, error.rendered.clone()));
        findings.collect()
    })
}

/// The lint itself, or an attempt to allow it again.
fn forbids_unsafe(error: &Diagnostic) -> bool {
    match error.code.as_deref() {
        Some("unsafe_code") => true,
        Some("E0453") => error.message.contains("unsafe_code"),
        _ => false,
    }
}

/// Looks at which files the compiler read for the learner's library.
pub fn own_file_only(library: &Package, own: &str) -> Result<Vec<Finding>, Error> {
    let Some(path) = dep_info(library) else { return Ok(Vec::new()) };
    let text = fs::read_to_string(&path).map_err(|source| Error::file("read", &path, &source))?;
    Ok(other_files(&text, own))
}

/// Files beside the library's own: `include!`, `include_str!`, `mod` with a path. They would be judged
/// without being handed in, and could be the checker's own.
fn other_files(dep_info: &str, own: &str) -> Vec<Finding> {
    let others = sources(dep_info).into_iter().filter(|path| path != own);
    others.map(|path| finding(ONE_FILE, path)).collect()
}

/// The prerequisites of the first rule of a dep-info file.
fn sources(dep_info: &str) -> Vec<String> {
    let Some((_, list)) = dep_info.lines().find_map(|line| line.split_once(": ")) else {
        return Vec::new();
    };
    let list = list.replace("\\ ", "\0");
    list.split_whitespace().map(|path| path.replace('\0', " ")).collect()
}

/// Where rustc wrote which files it read for a library.
fn dep_info(package: &Package) -> Option<PathBuf> {
    let library = package.library.as_ref()?;
    let name = library.file_stem()?.to_str()?.strip_prefix("lib")?;
    Some(library.with_file_name(format!("{name}.d")))
}

fn finding(rule: &str, rendered: String) -> Finding {
    let evidence = Evidence::RuleBroken { rule: rule.to_owned(), rendered };
    Finding { step: Step::Rules, case: None, evidence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_included_file_is_named() {
        let info = "\
/w/target/debug/deps/latch-1.d: latch/lib.rs /r/our\\ notes.txt

/w/target/debug/deps/liblatch-1.rlib: latch/lib.rs /r/our\\ notes.txt
";
        let findings = other_files(info, "latch/lib.rs");
        let broken: Vec<_> = findings.into_iter().map(|finding| finding.evidence).collect();
        let rendered = "/r/our notes.txt".to_owned();
        assert_eq!(broken, [Evidence::RuleBroken { rule: ONE_FILE.into(), rendered }]);
        assert_eq!(other_files("a.d: latch/lib.rs\n", "latch/lib.rs"), []);
    }

    #[test]
    fn a_rule_is_broken_only_in_a_file_that_otherwise_compiles() {
        let diagnostic = |code: &str, message: &str| Diagnostic {
            target: "latch".into(),
            code: Some(code.into()),
            message: message.into(),
            rendered: String::new(),
            places: Vec::new(),
        };
        let lint = diagnostic("unsafe_code", "usage of an `unsafe` block");
        let allowed = diagnostic("E0453", "allow(unsafe_code) incompatible with previous forbid");
        let other = diagnostic("E0308", "mismatched types");
        assert_eq!(broken(&[lint.clone(), allowed]).unwrap().len(), 2);
        assert_eq!(broken(&[lint, other]), None);
        assert_eq!(broken(&[]), None);
    }
}
