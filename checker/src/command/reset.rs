//! `reset`: back to the starter, with a backup. Nothing else writes below
//! `exercises/`.

use super::Context;
use crate::cli::ResetArgs;
use crate::error::Error;
use crate::exercise::Exercise;
use crate::exit::Code;
use crate::report::course;
use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What was done.
#[derive(Debug, PartialEq, Eq)]
enum Reset {
    /// The file was the starter already.
    Unchanged,
    /// There was no file.
    Restored,
    Replaced {
        backup: PathBuf,
    },
}

pub fn run(context: &Context, args: &ResetArgs) -> Result<Code, Error> {
    let exercise = context.catalog.find(&args.slug)?;
    let lib = context.catalog.shown(&exercise.files.lib).to_string();
    if !args.yes && !confirmed(&lib)? {
        course::say("Nothing was changed.");
        return Ok(Code::Solved);
    }
    let done = reset(exercise)?;
    context.progress.forget_hints(&exercise.key)?;
    course::say(&match done {
        Reset::Unchanged => format!("{lib} is the starter already."),
        Reset::Restored => format!("{lib} is the starter again."),
        Reset::Replaced { backup } => format!(
            "{lib} is the starter again.\nYour work is kept in {}.",
            context.catalog.shown(&backup)
        ),
    });
    Ok(Code::Solved)
}

fn confirmed(lib: &str) -> Result<bool, Error> {
    if !io::stdin().is_terminal() {
        return Err(Error::usage("there is nobody to ask whether to reset")
            .advice("Pass --yes to reset without asking."));
    }
    course::ask(&format!("Replace {lib} by the starter? A backup is kept. [y/N] "));
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer);
    read.map_err(|error| Error::fault(format!("cannot read the answer: {error}")))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}

fn reset(exercise: &Exercise) -> Result<Reset, Error> {
    let (lib, starter) = (&exercise.files.lib, &exercise.files.starter);
    let fresh = fs::read(starter).map_err(|error| Error::file("read", starter, &error))?;
    match fs::read(lib) {
        Ok(work) if work == fresh => Ok(Reset::Unchanged),
        Ok(work) => {
            let backup = keep(lib, &work)?;
            write(lib, &fresh)?;
            Ok(Reset::Replaced { backup })
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            write(lib, &fresh)?;
            Ok(Reset::Restored)
        }
        Err(error) => Err(Error::file("read", lib, &error)),
    }
}

/// Writes the work to the first free `lib.rs.bak-N`. Cargo takes no notice of
/// it: the package names its one source file, and this is not a `.rs` file.
fn keep(lib: &Path, work: &[u8]) -> Result<PathBuf, Error> {
    for n in 1.. {
        let backup = lib.with_file_name(format!("lib.rs.bak-{n}"));
        match File::create_new(&backup) {
            Ok(mut file) => {
                let wrote = file.write_all(work).and_then(|()| file.sync_all());
                wrote.map_err(|error| Error::file("write", &backup, &error))?;
                return Ok(backup);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::file("write", &backup, &error)),
        }
    }
    unreachable!("numbers do not run out")
}

/// In place, so that an editor that has the file open sees it change.
fn write(lib: &Path, fresh: &[u8]) -> Result<(), Error> {
    fs::write(lib, fresh).map_err(|error| Error::file("write", lib, &error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::catalog::tests::{workspace, write as put};

    #[test]
    fn each_reset_keeps_a_backup_of_its_own() {
        let root = workspace(&["01_first/01_a"]);
        let catalog = Catalog::load(root.path()).unwrap();
        let exercise = &catalog.exercises()[0];
        for n in 1..=2 {
            put(root.path(), "exercises/01_first/01_a/lib.rs", &format!("work {n}"));
            let backup = exercise.files.lib.with_file_name(format!("lib.rs.bak-{n}"));
            assert_eq!(reset(exercise).unwrap(), Reset::Replaced { backup: backup.clone() });
            assert_eq!(fs::read_to_string(&exercise.files.lib).unwrap(), "// TODO\n");
            assert_eq!(fs::read_to_string(backup).unwrap(), format!("work {n}"));
        }
        assert_eq!(reset(exercise).unwrap(), Reset::Unchanged);
    }

    #[test]
    fn a_removed_file_comes_back() {
        let root = workspace(&["01_first/01_a"]);
        let catalog = Catalog::load(root.path()).unwrap();
        let exercise = &catalog.exercises()[0];
        fs::remove_file(&exercise.files.lib).unwrap();
        assert_eq!(reset(exercise).unwrap(), Reset::Restored);
        assert_eq!(fs::read_to_string(&exercise.files.lib).unwrap(), "// TODO\n");
    }
}
