//! The folders as a course: they are the only registry of exercises.

mod find;
mod read;

use crate::error::Error;
use crate::exercise::Exercise;
use std::path::{Path, PathBuf};

/// Every exercise and chapter, in the order of their numbers.
#[derive(Debug)]
pub struct Catalog {
    root: PathBuf,
    chapters: Vec<Chapter>,
    exercises: Vec<Exercise>,
}

/// A folder below `exercises/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// `03_locks`.
    pub folder: String,
    /// First heading of its README.
    pub title: String,
    pub readme: PathBuf,
    /// The section of its README with the question that it answers; empty where
    /// there is none.
    pub question: String,
}

impl Chapter {
    /// `03`: what a learner types.
    pub fn number(&self) -> &str {
        self.folder.split('_').next().unwrap_or_default()
    }

    /// `Locks`: the folder's words, for where the title is too long.
    pub fn label(&self) -> String {
        let words = self.folder.split_once('_').map_or("", |(_, words)| words).replace('_', " ");
        let mut letters = words.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    }
}

impl Catalog {
    /// Reads the folders; the first thing missing or unknown is the error.
    pub fn load(root: &Path) -> Result<Self, Error> {
        let (chapters, exercises) = read::course(root)?;
        let catalog = Self { root: root.to_owned(), chapters, exercises };
        catalog.refuse_twins()?;
        Ok(catalog)
    }

    pub fn exercises(&self) -> &[Exercise] {
        &self.exercises
    }

    pub fn chapters(&self) -> &[Chapter] {
        &self.chapters
    }

    pub fn exercises_of(&self, chapter: &Chapter) -> impl Iterator<Item = &Exercise> {
        self.exercises.iter().filter(|exercise| exercise.key.chapter == chapter.folder)
    }

    /// The exercise meant by a slug, an unambiguous abbreviation of one, a key
    /// or a path to any of the learner's files.
    pub fn find(&self, typed: &str) -> Result<&Exercise, Error> {
        find::exercise(&self.exercises, typed)
    }

    /// The chapter meant by `3`, `03`, `03_locks` or `locks`.
    pub fn chapter(&self, typed: &str) -> Result<&Chapter, Error> {
        find::chapter(&self.chapters, typed)
    }

    /// A file of the workspace as a learner names it.
    pub fn shown<'a>(&self, file: &'a Path) -> std::path::Display<'a> {
        file.strip_prefix(&self.root).unwrap_or(file).display()
    }

    /// A slug names one exercise, whatever the chapter.
    fn refuse_twins(&self) -> Result<(), Error> {
        let mut slugs: Vec<_> = self.exercises.iter().map(|it| (it.key.slug(), &it.key)).collect();
        slugs.sort();
        match slugs.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            None => Ok(()),
            Some(twins) => Err(Error::fault(format!(
                "two exercises are called {}: exercises/{} and exercises/{}",
                twins[0].0, twins[0].1, twins[1].1
            ))
            .advice("Rename one; a slug must name one exercise.")),
        }
    }
}

/// The workspace around the current folder, else the one the checker was built in.
pub fn workspace_root() -> Result<PathBuf, Error> {
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let current = std::env::current_dir().unwrap_or_default();
    let found = current.ancestors().chain(built_in).find(|folder| is_workspace(folder));
    found.map(Path::to_owned).ok_or_else(|| {
        Error::usage(format!("{} is not inside the exercises' workspace", current.display()))
            .advice("Change into the cloned folder, the one with `exercises` in it.")
    })
}

fn is_workspace(folder: &Path) -> bool {
    folder.join("exercises").is_dir() && folder.join("checker/hidden").is_dir()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::fs;

    const META: &str = r#"
kind = "fix"
difficulty = 1
minutes = 5
hints = ["Look twice.", "Lock."]
solved = { unproved = "The rest.", remember = "Look twice." }
"#;

    /// A workspace with these exercises, given by their keys.
    pub(crate) fn workspace(keys: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for key in keys {
            let (chapter, _) = key.split_once('/').unwrap();
            write(root.path(), &format!("exercises/{chapter}/README.md"), "# A chapter\n");
            write(root.path(), &format!("exercises/{key}/README.md"), "# An exercise\n");
            write(root.path(), &format!("exercises/{key}/lib.rs"), "// yours\n");
            write(root.path(), &format!("exercises/{key}/Cargo.toml"), "");
            write(root.path(), &format!("solutions/{key}.rs"), "// ours\n");
            write(root.path(), &format!("checker/hidden/{key}/starter.rs"), "// TODO\n");
            write(root.path(), &format!("checker/hidden/{key}/meta.toml"), META);
        }
        root
    }

    pub(crate) fn write(root: &Path, file: &str, text: &str) {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn fault(root: &Path) -> String {
        Catalog::load(root).unwrap_err().to_string()
    }

    #[test]
    fn folders_are_the_registry() {
        let root = workspace(&["02_locks/01_latch", "01_first/02_b_two", "01_first/01_a"]);
        write(root.path(), "checker/hidden/02_locks/01_latch/model.rs", "");
        write(root.path(), "checker/hidden/02_locks/01_latch/wrong/b.rs", "");
        write(root.path(), "checker/hidden/02_locks/01_latch/wrong/a.rs", "");
        write(root.path(), "checker/hidden/02_locks/01_latch/wrong/a.txt", "");
        let catalog = Catalog::load(root.path()).unwrap();
        let slugs: Vec<_> = catalog.exercises().iter().map(|it| it.key.slug()).collect();
        assert_eq!(slugs, ["a", "b-two", "latch"]);
        assert_eq!(catalog.chapters()[1].label(), "Locks");
        assert_eq!(catalog.chapters()[1].title, "A chapter");
        let latch = &catalog.exercises()[2];
        assert_eq!(latch.title, "An exercise");
        assert!(latch.files.model.is_some() && latch.files.tests.is_none());
        let wrong: Vec<_> = latch.files.wrong.iter().filter_map(|it| it.file_name()).collect();
        assert_eq!(wrong, ["a.rs", "b.rs"]);
        assert_eq!(catalog.exercises_of(&catalog.chapters()[0]).count(), 2);
    }

    #[test]
    fn folders_without_a_number_are_no_exercises() {
        let root = workspace(&["01_first/01_a"]);
        write(root.path(), "exercises/notes/todo.md", "");
        write(root.path(), "exercises/01_first/scratch/lib.rs", "");
        assert_eq!(Catalog::load(root.path()).unwrap().exercises().len(), 1);
    }

    #[test]
    fn a_missing_file_is_named() {
        for file in [
            "exercises/01_first/README.md",
            "exercises/01_first/01_a/README.md",
            "exercises/01_first/01_a/Cargo.toml",
            "solutions/01_first/01_a.rs",
            "checker/hidden/01_first/01_a/starter.rs",
            "checker/hidden/01_first/01_a/meta.toml",
        ] {
            let root = workspace(&["01_first/01_a"]);
            fs::remove_file(root.path().join(file)).unwrap();
            assert!(fault(root.path()).starts_with(&format!("{file} is missing")), "{file}");
        }
    }

    /// `reset` must be able to bring it back.
    #[test]
    fn a_missing_lib_does_not_stop_the_catalog() {
        let root = workspace(&["01_first/01_a"]);
        fs::remove_file(root.path().join("exercises/01_first/01_a/lib.rs")).unwrap();
        assert!(Catalog::load(root.path()).is_ok());
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let root = workspace(&["01_first/01_a"]);
        let meta = format!("{META}[model]\nsecond = 3\n");
        write(root.path(), "checker/hidden/01_first/01_a/meta.toml", &meta);
        let fault = fault(root.path());
        let place = "checker/hidden/01_first/01_a/meta.toml, line 8: unknown field `second`";
        assert!(fault.starts_with(place), "{fault}");
    }

    #[test]
    fn a_wrong_number_is_named_with_its_line() {
        let root = workspace(&["01_first/01_a"]);
        let meta = META.replace("difficulty = 1", "difficulty = 6");
        write(root.path(), "checker/hidden/01_first/01_a/meta.toml", &meta);
        assert!(fault(root.path()).contains("difficulty is 6"));
    }

    #[test]
    fn one_slug_for_two_exercises_is_refused() {
        let root = workspace(&["01_first/01_latch", "02_locks/01_latch"]);
        assert!(fault(root.path()).contains("two exercises are called latch"));
    }
}
