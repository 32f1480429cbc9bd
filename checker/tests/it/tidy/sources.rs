//! Rules for the checker's own source files.

use crate::workspace::{agree, read, shown, with_extension};

/// A file of `checker/src`, without its tests.
pub struct Module {
    /// `report`, also for `report/json.rs`.
    pub name: String,
    /// As complaints name it.
    pub file: String,
    pub code: String,
}

/// What is no test and no part of one.
pub fn modules() -> Vec<Module> {
    let mut modules = Vec::new();
    for path in with_extension("checker/src", "rs") {
        let file = shown(&path);
        let inside = file.trim_start_matches("checker/src/");
        if inside.contains("/tests/") || inside.ends_with("/fixture.rs") {
            continue;
        }
        let name = inside.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        let code = without_tests(&read(&path));
        modules.push(Module { name, file, code });
    }
    modules
}

/// Tests come last in a file, in a module with a body.
fn without_tests(text: &str) -> String {
    let mut parts = text.match_indices("\n#[cfg(test)]\n");
    let body = parts.find(|(at, attribute)| {
        let next = text[at + attribute.len()..].lines().next().unwrap_or_default();
        next.contains("mod ") && next.ends_with('{')
    });
    text[..body.map_or(text.len(), |(at, _)| at)].to_owned()
}

/// Complaints about files that hold one of these and must not.
fn holders(needles: &[&str], may: impl Fn(&Module) -> bool) -> Vec<String> {
    let mut complaints = Vec::new();
    for module in modules().into_iter().filter(|module| !may(module)) {
        for line in module.code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            if let Some(needle) = needles.iter().find(|needle| line.contains(**needle)) {
                complaints.push(format!("{} must not use `{needle}`: {line}", module.file));
            }
        }
    }
    complaints
}

#[test]
fn every_file_has_a_caption() {
    let mut complaints = Vec::new();
    for folder in ["checker/src", "checker/facts/src", "checker/harness/src", "checker/tests"] {
        for path in with_extension(folder, "rs") {
            if !read(&path).starts_with("//!") {
                complaints.push(format!("{} has no `//!` in its first line", shown(&path)));
            }
        }
    }
    let apart = ["checker/standins", "checker/instruments"];
    for path in apart.into_iter().flat_map(|folder| with_extension(folder, "rs")) {
        if !read(&path).starts_with("//!") {
            complaints.push(format!("{} has no `//!` in its first line", shown(&path)));
        }
    }
    agree(&complaints);
}

#[test]
fn no_file_is_longer_than_anyone_reads() {
    let mut complaints = Vec::new();
    for path in with_extension("checker", "rs") {
        let lines = read(&path).lines().count();
        // Tests are data, one after the other.
        let is_test = shown(&path).contains("/tests/");
        if lines > 600 && !is_test {
            complaints.push(format!("{} has {lines} lines", shown(&path)));
        }
    }
    agree(&complaints);
}

#[test]
fn only_two_modules_start_processes() {
    let doors = ["cargo", "process"];
    let starts = ["process::Command", "Command::new"];
    agree(&holders(&starts, |module| doors.contains(&&*module.name)));
}

#[test]
fn work_says_nothing() {
    let may = ["report", "command"];
    let says = ["println!", "print!(", "dbg!", "io::stdout", "io::stderr"];
    agree(&holders(&says, |module| may.contains(&&*module.name)));
}

#[test]
fn telling_does_nothing() {
    let telling = ["report", "explain"];
    let does = ["std::fs", "fs::", "std::net", "std::env", "env::var", "File::"];
    agree(&holders(&does, |module| !telling.contains(&&*module.name)));
}

/// Scratch, progress, what is known, reset, and what authors and callers ask for.
#[test]
fn each_file_on_disk_has_one_writer() {
    const WRITERS: [&str; 7] = [
        "checker/src/scratch/mod.rs",
        "checker/src/progress/store.rs",
        "checker/src/cache/variants.rs",
        "checker/src/command/reset.rs",
        "checker/src/command/picture.rs",
        "checker/src/command/author/new.rs",
        "checker/src/command/author/golden.rs",
    ];
    let writes = ["fs::write", "File::create", "OpenOptions", "fs::rename", "fs::remove"];
    agree(&holders(&writes, |module| WRITERS.contains(&&*module.file)));
}
