//! `author new`: lays out the files of a new exercise.

use crate::cli::AuthorNewArgs;
use crate::command::Context;
use crate::error::Error;
use crate::exercise::Key;
use crate::exit::Code;
use crate::report::{CALL, course};
use std::fs;
use std::path::{Path, PathBuf};

pub fn run(context: &Context, args: &AuthorNewArgs) -> Result<Code, Error> {
    let slug = slug(&args.slug)?;
    if let Some(other) =
        context.catalog.exercises().iter().find(|exercise| exercise.key.slug() == slug)
    {
        return Err(Error::usage(format!("{slug} is there already: exercises/{}", other.key)));
    }
    let chapter = context.catalog.chapter(&args.chapter)?;
    let numbers = context.catalog.exercises_of(chapter).filter_map(|exercise| {
        exercise.key.name.split('_').next().and_then(|number| number.parse::<u32>().ok())
    });
    let number = numbers.max().unwrap_or(0) + 1;
    let name = format!("{number:02}_{}", slug.replace('-', "_"));
    let key = Key { chapter: chapter.folder.clone(), name };
    let files = files(&key);
    for (path, text) in &files {
        write_new(&context.root.join(path), text)?;
    }
    for (path, _) in &files {
        course::say(&path.display().to_string());
    }
    course::say(&format!("`{CALL} author check {slug}` says what is still missing."));
    Ok(Code::Solved)
}

fn slug(typed: &str) -> Result<String, Error> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let begins = typed.starts_with(|c: char| c.is_ascii_lowercase());
    if begins && typed.chars().all(fits) && !typed.ends_with('-') && !typed.contains("--") {
        return Ok(typed.to_owned());
    }
    Err(Error::usage(format!("`{typed}` cannot name an exercise"))
        .advice("A slug is lowercase words with `-` between them: bank-transfer."))
}

/// Every file of an exercise, relative to the root.
fn files(key: &Key) -> Vec<(PathBuf, String)> {
    let (slug, title) = (key.slug(), title(&key.slug()));
    let exercise = Path::new("exercises").join(&key.chapter).join(&key.name);
    let hidden = Path::new("checker/hidden").join(&key.chapter).join(&key.name);
    let solution = Path::new("solutions").join(&key.chapter).join(format!("{}.rs", key.name));
    vec![
        (exercise.join("README.md"), README.replace("TITLE", &title)),
        (exercise.join("Cargo.toml"), MANIFEST.replace("SLUG", &slug)),
        (exercise.join("lib.rs"), STARTER.to_owned()),
        (solution, SOLUTION.to_owned()),
        (hidden.join("meta.toml"), META.to_owned()),
        (hidden.join("starter.rs"), STARTER.to_owned()),
        (hidden.join("model.rs"), MODEL.to_owned()),
        (hidden.join("right/mutex.rs"), format!("//! A lock.\n\n{SOLUTION}")),
        (hidden.join("wrong/unchanged.rs"), format!("{CLAIM}{STARTER}")),
    ]
}

fn title(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn write_new(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|source| Error::file("create", folder, &source))?;
    }
    fs::write(path, text).map_err(|source| Error::file("write", path, &source))
}

const README: &str = "\
# TITLE

Level 1 of 5, about 10 minutes.

TODO: a story of two or three sentences in which the bug hurts somebody.

## The contract

- TODO: every signature, bound and error text that a hidden test relies on.
";

const MANIFEST: &str = "\
[package]
name = \"SLUG\"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true

[lib]
path = \"lib.rs\"

[lints.rust]
unsafe_code = \"forbid\"
";

const META: &str = "\
kind = \"fix\"
difficulty = 1
minutes = 10
hints = [
    \"TODO: where to look.\",
    \"TODO: what to notice there.\",
    \"TODO: what to write.\",
]

[[after]]
finding = \"lost update\"
hints = [
    \"TODO: where to look, for somebody who got this finding.\",
    \"TODO: what to notice there.\",
    \"TODO: what to write.\",
]

[solved]
unproved = \"TODO: what the verdict does not speak about.\"
remember = \"TODO: the one sentence to take along.\"
";

const STARTER: &str = "\
//! TODO: what this file is.

use std::sync::Mutex;

/// TODO: what it counts.
#[derive(Default)]
pub struct Counter {
    count: Mutex<u64>,
}

impl Counter {
    /// Adds one.
    pub fn add(&self) {
        // TODO: what the learner is to do here.
        let seen = self.get();
        *self.count.lock().unwrap() = seen + 1;
    }

    /// The count so far.
    pub fn get(&self) -> u64 {
        *self.count.lock().unwrap()
    }
}
";

const SOLUTION: &str = "\
use std::sync::Mutex;

#[derive(Default)]
pub struct Counter {
    count: Mutex<u64>,
}

impl Counter {
    pub fn add(&self) {
        *self.count.lock().unwrap() += 1;
    }

    pub fn get(&self) -> u64 {
        *self.count.lock().unwrap()
    }
}
";

const MODEL: &str = "\
//! TODO: who meets in these models.

use harness::expect_eq;
use learner::Counter;

/// Two threads add one each: both are counted.
fn two_threads() {
    let counter = Counter::default();
    harness::roles! { \"A\" => counter.add(), \"B\" => counter.add() }
    expect_eq(\"the count after both threads\", counter.get(), 2);
}

harness::models![two_threads];
";

const CLAIM: &str = "\
//@ caught-by: model
//@ because: expected 2
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_lowercase_words() {
        assert_eq!(slug("bank-transfer").unwrap(), "bank-transfer");
        for typed in ["Bank", "bank_transfer", "-bank", "bank-", "bank--transfer", "1st", ""] {
            assert!(slug(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn files_are_named_after_the_key() {
        let key = Key { chapter: "03_locks".into(), name: "04_bank_transfer".into() };
        let files = files(&key);
        let text = |path: &str| &files.iter().find(|(file, _)| file == Path::new(path)).unwrap().1;
        let readme = text("exercises/03_locks/04_bank_transfer/README.md");
        assert!(readme.starts_with("# Bank transfer\n"));
        let manifest = text("exercises/03_locks/04_bank_transfer/Cargo.toml");
        assert!(manifest.contains("name = \"bank-transfer\"\n"));
        text("solutions/03_locks/04_bank_transfer.rs");
        text("checker/hidden/03_locks/04_bank_transfer/meta.toml");
    }
}
