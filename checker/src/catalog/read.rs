//! Reading the folders.

use super::Chapter;
use crate::error::Error;
use crate::exercise::{Exercise, Files, Key, Meta};
use std::fs;
use std::path::{Path, PathBuf};

/// Chapters and exercises, each in the order of their keys.
pub(super) fn course(root: &Path) -> Result<(Vec<Chapter>, Vec<Exercise>), Error> {
    let (mut chapters, mut exercises) = (Vec::new(), Vec::new());
    let folder = root.join("exercises");
    for chapter in numbered_folders(&folder)? {
        let readme = folder.join(&chapter).join("README.md");
        let title = heading(root, &readme)?;
        for name in numbered_folders(&folder.join(&chapter))? {
            exercises.push(exercise(root, Key { chapter: chapter.clone(), name })?);
        }
        let question = section(&text(root, &readme)?, "The interview question");
        chapters.push(Chapter { folder: chapter, title, readme, question });
    }
    Ok((chapters, exercises))
}

/// Names of the folders that begin with a digit, sorted. What does not is left
/// alone, as cargo's member pattern leaves it alone.
fn numbered_folders(folder: &Path) -> Result<Vec<String>, Error> {
    let broken = |error| Error::file("read", folder, &error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(broken)? {
        let entry = entry.map_err(broken)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(|c: char| c.is_ascii_digit()) && entry.path().is_dir() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn exercise(root: &Path, key: Key) -> Result<Exercise, Error> {
    let files = files(root, &key)?;
    let title = heading(root, &files.readme)?;
    let meta = meta(root, &files.meta)?;
    Ok(Exercise { key, title, meta, files })
}

fn files(root: &Path, key: &Key) -> Result<Files, Error> {
    let exercise = root.join("exercises").join(&key.chapter).join(&key.name);
    let hidden = root.join("checker/hidden").join(&key.chapter).join(&key.name);
    let solutions = root.join("solutions").join(&key.chapter);
    let optional = |name: &str| Some(hidden.join(name)).filter(|file| file.is_file());
    present(root, exercise.join("Cargo.toml"))?;
    Ok(Files {
        // Not required: a learner may have removed it, and `reset` restores it.
        lib: exercise.join("lib.rs"),
        readme: present(root, exercise.join("README.md"))?,
        solution: present(root, solutions.join(format!("{}.rs", key.name)))?,
        starter: present(root, hidden.join("starter.rs"))?,
        meta: present(root, hidden.join("meta.toml"))?,
        tests: optional("tests.rs"),
        model: optional("model.rs"),
        answer: optional("answer.rs"),
        mutants: optional("mutants.rs"),
        speed: optional("speed.rs"),
        bounds: optional("bounds.rs"),
        runs: optional("runs.toml"),
        timeline: optional("timeline.rs"),
        right: variants(&hidden.join("right"))?,
        wrong: variants(&hidden.join("wrong"))?,
    })
}

/// The Rust files of a folder, sorted; an absent folder has none.
fn variants(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| Error::file("read", folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn meta(root: &Path, file: &Path) -> Result<Meta, Error> {
    let text = text(root, file)?;
    let meta: Meta = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(&text, span.start));
        Error::fault(format!("{}, line {line}: {}", shown(root, file), error.message().trim_end()))
            .advice("The keys are those of `Meta` in checker/src/exercise.rs.")
    })?;
    let without_hints = meta.after.iter().find(|after| after.hints.is_empty());
    let wrong = if !(1..=5).contains(&meta.difficulty) {
        format!("difficulty is {}; it goes from 1 to 5", meta.difficulty)
    } else if meta.minutes == 0 {
        "minutes is 0; say how long the exercise takes".to_owned()
    } else if meta.hints.is_empty() {
        "hints is empty; every exercise has at least one".to_owned()
    } else if let Some(after) = without_hints {
        format!("there are no hints after \"{}\"", after.finding)
    } else {
        return Ok(meta);
    };
    Err(Error::fault(format!("{}: {wrong}", shown(root, file))))
}

/// The first heading of a README.
fn heading(root: &Path, readme: &Path) -> Result<String, Error> {
    let text = text(root, readme)?;
    let heading = text.lines().find_map(|line| line.strip_prefix("# "));
    heading.map(|title| title.trim().to_owned()).ok_or_else(|| {
        Error::fault(format!("{} has no heading", shown(root, readme)))
            .advice("Its first line is to be `# ` and the title.")
    })
}

/// What stands below a heading of the second level.
fn section(text: &str, heading: &str) -> String {
    let below = text.lines().skip_while(|line| line.strip_prefix("## ") != Some(heading)).skip(1);
    let lines: Vec<_> = below.take_while(|line| !line.starts_with("## ")).collect();
    lines.join("\n").trim().to_owned()
}

fn text(root: &Path, file: &Path) -> Result<String, Error> {
    let file = present(root, file.to_owned())?;
    fs::read_to_string(&file).map_err(|error| Error::file("read", &file, &error))
}

fn present(root: &Path, file: PathBuf) -> Result<PathBuf, Error> {
    if file.is_file() {
        return Ok(file);
    }
    Err(Error::fault(format!("{} is missing", shown(root, &file))).advice(
        "Each folder named NN_… below exercises/NN_…/ is an exercise and has its\n\
         README.md, Cargo.toml and lib.rs, a file in solutions/ and a folder in\n\
         checker/hidden/. `git status` shows what was removed.",
    ))
}

fn shown(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).display().to_string()
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
