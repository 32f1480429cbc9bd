//! The generated cargo workspaces in which learner files are built.
//!
//! One workspace for each [`Build`], below `target/scratch`, each with its own
//! `Cargo.lock` and one target directory. A file is written only when its
//! content changed: cargo decides by modification time what to build again.

mod crates;
mod entry;
mod layout;
mod manifest;
mod programs;
mod real;

pub use entry::{Build, Entry};
pub use layout::{Explored, Packages, ours_name, program_name};
pub use programs::{LIBRARY, runner_name};

use crate::error::Error;
use crates::Crates;
use layout::Layout;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Finds the manifest of a package of the registry that the workspace in a
/// folder depends on. Starting cargo for that is not this module's to do.
pub type Locate = fn(&Path, &str) -> Result<PathBuf, Error>;

/// The scratch folder, held by this process until dropped.
#[derive(Debug)]
pub struct Scratch {
    /// The repository's root.
    root: PathBuf,
    crates: Crates,
    locate: Locate,
    /// Two checkers at once would build over each other's programs.
    _lock: File,
}

impl Scratch {
    /// Opens the scratch folder of the repository at `root`, and waits for
    /// another checker that is using it.
    pub fn open(root: &Path, locate: Locate) -> Result<Self, Error> {
        let folder = root.join("target").join("scratch");
        create_folder(&folder)?;
        let path = folder.join("lock");
        let lock = File::create(&path).map_err(|source| Error::file("write", &path, &source))?;
        lock.lock().map_err(|source| Error::file("lock", &path, &source))?;
        Ok(Self { root: root.to_owned(), crates: Crates::read(root)?, locate, _lock: lock })
    }

    /// Folder of a build's workspace; compilers run in it, so paths in their
    /// messages start from here.
    pub fn folder(&self, build: Build) -> PathBuf {
        self.root.join("target").join("scratch").join(build.folder())
    }

    /// Writes the workspace of one build, with the packages of these entries.
    pub fn lay_out(&self, build: Build, entries: &[Entry<'_>]) -> Result<(), Error> {
        self.write(build, &layout::entries(&self.root, &self.crates, build, entries)?)
    }

    /// Writes the workspace of the model build, with the mutants of these entries.
    pub fn lay_out_witnesses(&self, entries: &[&Entry<'_>]) -> Result<(), Error> {
        self.write(Build::Model, &layout::witnesses(&self.root, &self.crates, entries)?)
    }

    /// Writes the workspace of one build, with a package for each of these files.
    pub fn lay_out_explored(&self, build: Build, files: &[&Explored]) -> Result<(), Error> {
        self.write(build, &layout::explored(&self.crates, build, files)?)
    }

    /// Writes the workspace of an exercise's file that an instrument looks at, with
    /// the hidden file of this name to drive it.
    pub fn lay_out_scene(
        &self,
        build: Build,
        entry: &Entry<'_>,
        hidden: (&str, &Path),
    ) -> Result<(), Error> {
        self.write(build, &programs::entry(&self.root, &self.crates, build, entry, hidden)?)
    }

    /// Writes the workspace of another file that an instrument looks at, and of
    /// a program whose `main` does this with it.
    pub fn lay_out_program(&self, build: Build, file: &Explored, main: &str) -> Result<(), Error> {
        self.write(build, &programs::program(&self.crates, build, file, main)?)
    }

    fn write(&self, build: Build, layout: &Layout) -> Result<(), Error> {
        let folder = self.folder(build);
        for (path, content) in &layout.files {
            write_if_changed(&folder.join(path), content.as_bytes())?;
        }
        for (name, dependency) in self.crates.built_anew(build, &layout.patches)? {
            let manifest = self.real(build, &name, dependency)?;
            write_if_changed(&folder.join(&name).join("Cargo.toml"), manifest.as_bytes())?;
        }
        self.restore_lock(build)
    }

    /// The manifest of a real crate on the `std` of a build.
    fn real(&self, build: Build, name: &str, dependency: toml::Value) -> Result<String, Error> {
        let folder = self.root.join("target").join("scratch").join("located").join(name);
        let lock = fs::read_to_string(self.root.join(build.committed_lock())).unwrap_or_default();
        real::manifest(&folder, name, dependency, &lock, (self.crates.std(build)?, self.locate))
    }

    /// The answer to a question that takes a moment to ask, kept in a file of a
    /// build's workspace for as long as the question is the same.
    pub fn remembered(
        &self,
        build: Build,
        file: &str,
        question: &str,
        ask: impl FnOnce() -> bool,
    ) -> Result<bool, Error> {
        let ask = || Ok(if ask() { "yes" } else { "no" }.to_owned());
        let is_answer = |kept: &str| ["yes", "no"].contains(&kept);
        let answer = remembered(&self.folder(build).join(file), question, is_answer, ask)?;
        Ok(answer == "yes")
    }

    /// Cargo drops from `Cargo.lock` what this run's packages do not need, and
    /// would choose other versions for the next run's; so each run begins with
    /// the committed one.
    fn restore_lock(&self, build: Build) -> Result<(), Error> {
        let committed = self.root.join(build.committed_lock());
        match fs::read(&committed) {
            Ok(content) => write_if_changed(&self.folder(build).join("Cargo.lock"), &content),
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => Ok(()),
            Err(source) => Err(Error::file("read", &committed, &source)),
        }
    }
}

/// The answer of one line that is kept at `path`, if the question was the same
/// and the answer still `holds`; otherwise a new one, which is kept.
fn remembered(
    path: &Path,
    question: &str,
    holds: impl Fn(&str) -> bool,
    ask: impl FnOnce() -> Result<String, Error>,
) -> Result<String, Error> {
    let kept = fs::read_to_string(path).unwrap_or_default();
    if let Some((answer, asked)) = kept.split_once('\n')
        && asked == question
        && holds(answer)
    {
        return Ok(answer.to_owned());
    }
    let answer = ask()?;
    write_if_changed(path, format!("{answer}\n{question}").as_bytes())?;
    Ok(answer)
}

fn write_if_changed(path: &Path, content: &[u8]) -> Result<(), Error> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, content).map_err(|source| Error::file("write", path, &source))
}

fn create_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|source| Error::file("create", path, &source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_asked_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("instrumented");
        let answer = |question, answer: Option<&str>| {
            let ask = || Ok(answer.expect("it was not asked before").to_owned());
            remembered(&path, question, |kept| kept != "gone", ask).unwrap()
        };
        assert_eq!(answer("one compiler", Some("no")), "no");
        assert_eq!(answer("one compiler", None), "no");
        assert_eq!(answer("another", Some("yes")), "yes");
        assert_eq!(answer("another", None), "yes");
        assert_eq!(answer("two\nlines", Some("gone")), "gone");
        assert_eq!(answer("two\nlines", Some("yes")), "yes");
        assert_eq!(answer("two\nlines", None), "yes");
    }

    #[test]
    fn unchanged_content_is_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/down/lib.rs");
        write_if_changed(&path, b"one").unwrap();
        let old = std::time::SystemTime::UNIX_EPOCH;
        File::open(&path).unwrap().set_modified(old).unwrap();
        write_if_changed(&path, b"one").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), old);
        write_if_changed(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }
}
