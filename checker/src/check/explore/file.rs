//! A file to explore and what is made of it.

use crate::error::Error;
use crate::exercise::{
    Exercise, Files, Key, Kind, Meta, ModelLimits, Solved, SpeedLimits, TestLimits,
};
use crate::scratch::Explored;
use crate::step::places::Paths;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Name of the test that is added to a file which has none: free, unless
/// someone likes it too.
pub const MAIN_TEST: &str = "main_";

/// What that test does.
pub const RUN_MAIN: &str = "assert!(::std::process::Termination::report(main()) == \
                        ::std::process::ExitCode::SUCCESS, \"main returned an error\");";

/// A file and what is made of it.
pub struct File {
    /// As it was named.
    pub shown: String,
    /// Its stem.
    pub name: String,
    /// Name of its folder, if files of several are explored together: then a
    /// model is named after its file as well.
    among: Option<String>,
    /// As it was read.
    pub text: String,
    pub explored: Explored,
}

/// Reads files; one that has nothing to explore was named by mistake.
pub fn read(paths: &[PathBuf]) -> Result<Vec<File>, Error> {
    let mut files: Vec<File> = Vec::new();
    let mut packages = HashSet::new();
    for path in paths {
        let mut file = read_one(path)?;
        if paths.len() > 1 {
            file.among = Some(folder(path));
        }
        while !packages.insert(file.explored.package.clone()) {
            file.explored.package.push('_');
        }
        files.push(file);
    }
    Ok(files)
}

fn read_one(path: &Path) -> Result<File, Error> {
    made(path, "explored", |text| {
        with_test(text).ok_or_else(|| {
            Error::usage(format!("{} has nothing to explore", path.display()))
                .advice("Each `#[test]` function is a model; without one, `fn main` is.")
        })
    })
}

/// Reads a program that an instrument looks at: what it `added`, for a program
/// of its own to call, goes on the line behind the last; or what the file lacks.
pub fn read_program(
    path: &Path,
    added: impl FnOnce(&str) -> Result<String, &'static str>,
) -> Result<File, Error> {
    made(path, "program", |text| match added(text) {
        Ok(added) => Ok(behind(text, &added)),
        Err(lacks) => Err(Error::usage(format!("{} has {lacks}", path.display()))),
    })
}

/// A file, and what is made of its text.
fn made(
    path: &Path,
    kind: &str,
    source: impl FnOnce(&str) -> Result<String, Error>,
) -> Result<File, Error> {
    let text = fs::read_to_string(path)
        .map_err(|source| Error::usage(format!("cannot read {}: {source}", path.display())))?;
    let explored = Explored { package: package(kind, path), source: source(&text)? };
    let (shown, name) = (path.display().to_string(), identifier(path));
    Ok(File { shown, name, among: None, text, explored })
}

/// One line behind the last, so that no line of the text moves.
fn behind(text: &str, line: &str) -> String {
    format!("{}\n{line}\n", text.trim_end())
}

/// Named after the file and its folder, so that exploring it again builds the
/// same package again, and files of one name are rarely in each other's way.
fn package(kind: &str, path: &Path) -> String {
    format!("{kind}--{}-{}", folder(path), identifier(path))
}

fn folder(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.parent().map(identifier).unwrap_or_default()
}

/// The stem of a path, in letters that cargo takes.
fn identifier(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// The text with at least one test in it, if it has anything to test.
fn with_test(text: &str) -> Option<String> {
    if has(text, "#[test]") {
        Some(text.to_owned())
    } else if has(text, "fn main(") {
        Some(behind(text, &format!("#[test] fn {MAIN_TEST}() {{ {RUN_MAIN} }}")))
    } else {
        None
    }
}

/// Whether the code, comments left out, has these words.
pub fn has(text: &str, words: &str) -> bool {
    let mut code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.any(|line| line.contains(words))
}

impl File {
    pub fn paths(&self, root: &Path) -> Paths {
        Paths::new(self.explored.built_as(), self.shown.clone(), root)
    }

    /// A model of the file told as if it were an exercise.
    pub fn exercise(&self, name: &str) -> Exercise {
        let path = PathBuf::from(&self.shown);
        let key = match &self.among {
            None => Key { chapter: self.name.clone(), name: name.to_owned() },
            Some(folder) if name == self.name => {
                Key { chapter: folder.clone(), name: name.to_owned() }
            }
            Some(folder) => Key { chapter: folder.clone(), name: format!("{}::{name}", self.name) },
        };
        Exercise {
            key,
            title: name.to_owned(),
            meta: Meta {
                kind: Kind::Fix,
                crates: Vec::new(),
                difficulty: 1,
                minutes: 0,
                extension: false,
                allows_unsafe: true,
                hints: Vec::new(),
                after: Vec::new(),
                solved: Solved::default(),
                claims: Vec::new(),
                model: ModelLimits::default(),
                tests: TestLimits::default(),
                speed: SpeedLimits::default(),
            },
            files: Files {
                lib: path.clone(),
                readme: path.clone(),
                solution: path.clone(),
                starter: path.clone(),
                meta: path,
                tests: None,
                model: None,
                answer: None,
                mutants: None,
                speed: None,
                bounds: None,
                runs: None,
                timeline: None,
                right: Vec::new(),
                wrong: Vec::new(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_becomes_a_test_behind_its_last_line() {
        let text = "fn main() {\n}\n";
        let tested = with_test(text).unwrap();
        assert!(tested.starts_with("fn main() {\n}\n#[test] fn main_()"), "{tested}");
        assert_eq!(with_test("#[test]\nfn a() {}\n").unwrap(), "#[test]\nfn a() {}\n");
        assert_eq!(with_test("// #[test]\npub fn helper() {}\n"), None);
    }

    #[test]
    fn files_of_one_name_are_packages_of_their_own() {
        let root = tempfile::tempdir().unwrap();
        let file = |name: &str| {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, "fn main() {}").unwrap();
            path
        };
        let paths = ["right/a b.rs", "wrong/a b.rs", "deep/wrong/a b.rs"].map(file);
        let files = read(&paths).unwrap();
        let packages: Vec<_> = files.iter().map(|file| &file.explored.package).collect();
        assert_eq!(
            packages,
            ["explored--right-a_b", "explored--wrong-a_b", "explored--wrong-a_b_"]
        );
    }
}
