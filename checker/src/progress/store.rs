//! The progress file: read at once, changed under a lock, replaced whole.
//!
//! A kill at any moment leaves the old content or the new: the new content is
//! written beside, synced and renamed into place. The lock is a file of its
//! own, because a lock on a file that is renamed over guards nothing.

use super::State;
use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const NAME: &str = ".progress.json";

/// Version of the file's layout; a newer one is refused, not overwritten.
const VERSION: u32 = 1;

pub(super) struct Store {
    path: PathBuf,
    notice: Mutex<Option<String>>,
}

/// The whole file.
#[derive(Serialize, Deserialize)]
struct Document {
    version: u32,
    #[serde(flatten)]
    state: State,
}

/// The version alone, readable whatever else a newer file holds.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// What is in the file.
enum Content {
    Intact(State),
    Mangled { reason: String },
}

impl Store {
    pub fn new(root: &Path) -> Self {
        Self { path: root.join(NAME), notice: Mutex::default() }
    }

    pub fn notice(&self) -> Option<String> {
        self.notice.lock().ok().and_then(|mut notice| notice.take())
    }

    /// The state in the file; renaming makes it whole at every moment, so this
    /// needs no lock.
    pub fn read(&self) -> Result<State, Error> {
        match self.content()? {
            Content::Intact(state) => Ok(state),
            Content::Mangled { .. } => {
                let _lock = self.lock()?;
                self.read_or_set_aside()
            }
        }
    }

    /// Applies a change to what the file holds now.
    pub fn update<T>(&self, change: impl FnOnce(&mut State) -> T) -> Result<(State, T), Error> {
        let _lock = self.lock()?;
        let mut state = self.read_or_set_aside()?;
        let value = change(&mut state);
        self.write(&state)?;
        Ok((state, value))
    }

    fn content(&self) -> Result<Content, Error> {
        let text = match fs::read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Content::Intact(State::default()));
            }
            Err(error) => return Err(Error::file("read", &self.path, &error)),
        };
        if let Ok(Versioned { version }) = serde_json::from_slice(&text)
            && version > VERSION
        {
            return Err(Error::fault(format!(
                "{} was written by a newer checker (layout {version}, this one knows {VERSION})",
                self.path.display()
            ))
            .advice("Update this workspace, or remove the file to start over."));
        }
        Ok(match serde_json::from_slice::<Document>(&text) {
            Ok(document) => Content::Intact(document.state),
            Err(error) => Content::Mangled { reason: error.to_string() },
        })
    }

    /// Called with the lock held, so that only one checker moves the file.
    fn read_or_set_aside(&self) -> Result<State, Error> {
        let reason = match self.content()? {
            Content::Intact(state) => return Ok(state),
            Content::Mangled { reason } => reason,
        };
        let aside = self.free_name()?;
        fs::rename(&self.path, &aside)
            .map_err(|error| Error::file("rename", &self.path, &error))?;
        if let Ok(mut notice) = self.notice.lock() {
            *notice = Some(format!(
                "{NAME} was not readable ({reason}).\n\
                 It is kept as {}; your progress starts again from nothing.\n\
                 `check --all` finds out anew what is solved.",
                aside.file_name().unwrap_or_default().display()
            ));
        }
        Ok(State::default())
    }

    fn free_name(&self) -> Result<PathBuf, Error> {
        (1..1000)
            .map(|n| self.path.with_file_name(format!("{NAME}.broken-{n}")))
            .find(|path| !path.exists())
            .ok_or_else(|| {
                Error::fault(format!("{} has 999 broken copies beside it", self.path.display()))
                    .advice("Remove the files named .progress.json.broken-*.")
            })
    }

    fn write(&self, state: &State) -> Result<(), Error> {
        let document = Document { version: VERSION, state: state.clone() };
        let mut text = serde_json::to_vec_pretty(&document)
            .map_err(|error| Error::fault(format!("cannot write {NAME}: {error}")))?;
        text.push(b'\n');
        let new = self.path.with_file_name(format!("{NAME}.new"));
        let wrote = |error| Error::file("write", &new, &error);
        let mut file = File::create(&new).map_err(wrote)?;
        file.write_all(&text).and_then(|()| file.sync_all()).map_err(wrote)?;
        drop(file);
        fs::rename(&new, &self.path).map_err(|error| Error::file("write", &self.path, &error))
    }

    /// Waits for other checkers; the lock goes with the returned file, or with
    /// the process, however it ends.
    fn lock(&self) -> Result<File, Error> {
        let path = self.path.with_file_name(format!("{NAME}.lock"));
        let file = File::create(&path).map_err(|error| Error::file("write", &path, &error))?;
        match file.lock() {
            // Without locks (some network file systems) two checkers at once
            // may lose a record, but each file written is still whole.
            Err(error) if error.kind() == ErrorKind::Unsupported => Ok(file),
            Err(error) => Err(Error::file("lock", &path, &error)),
            Ok(()) => Ok(file),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hints(n: usize) -> State {
        let shown = [(String::new(), n)].into();
        State { hints: [("01_a/01_x".to_owned(), shown)].into(), ..State::default() }
    }

    #[test]
    fn a_mangled_file_is_kept_beside_and_said_once() {
        let root = tempfile::tempdir().unwrap();
        for n in 1..=2 {
            fs::write(root.path().join(NAME), format!("{{ mangled {n}")).unwrap();
            let store = Store::new(root.path());
            assert_eq!(store.read().unwrap(), State::default());
            let kept = root.path().join(format!("{NAME}.broken-{n}"));
            assert_eq!(fs::read_to_string(kept).unwrap(), format!("{{ mangled {n}"));
            assert!(store.notice().unwrap().contains(&format!(".broken-{n}")));
            assert_eq!(store.notice(), None);
        }
    }

    #[test]
    fn mangling_between_two_writes_is_survived() {
        let root = tempfile::tempdir().unwrap();
        let store = Store::new(root.path());
        store.update(|state| *state = hints(1)).unwrap();
        fs::write(root.path().join(NAME), b"\0\0\0\0").unwrap();
        store.update(|state| *state = hints(2)).unwrap();
        assert_eq!(store.read().unwrap(), hints(2));
        assert!(root.path().join(format!("{NAME}.broken-1")).exists());
    }

    /// A kill before the rename leaves a half-written file beside; a kill
    /// under the lock leaves the lock file. Neither is in the way.
    #[test]
    fn a_kill_before_the_rename_leaves_the_old_content() {
        let root = tempfile::tempdir().unwrap();
        let store = Store::new(root.path());
        store.update(|state| *state = hints(1)).unwrap();
        fs::write(root.path().join(format!("{NAME}.new")), "{ \"vers").unwrap();
        let next = Store::new(root.path());
        assert_eq!(next.read().unwrap(), hints(1));
        next.update(|state| *state = hints(2)).unwrap();
        assert_eq!(next.read().unwrap(), hints(2));
        assert_eq!(next.notice(), None);
    }

    #[test]
    fn a_newer_layout_is_refused_and_left_alone() {
        let root = tempfile::tempdir().unwrap();
        let text = r#"{ "version": 2, "solved": [] }"#;
        fs::write(root.path().join(NAME), text).unwrap();
        let error = Store::new(root.path()).read().unwrap_err();
        assert!(error.to_string().contains("newer checker"));
        assert_eq!(fs::read_to_string(root.path().join(NAME)).unwrap(), text);
    }

    #[test]
    fn an_absent_file_is_an_empty_one() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(Store::new(root.path()).read().unwrap(), State::default());
        assert!(!root.path().join(NAME).exists());
    }
}
