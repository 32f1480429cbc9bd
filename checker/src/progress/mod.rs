//! What a learner has done: exercises solved, what was found in the others, and
//! hints shown.
//!
//! An exercise counts as solved while its file has the content that was judged
//! solved: an edit un-solves it, undoing the edit solves it again.

mod store;

use crate::error::Error;
use crate::exercise::{Exercise, Key};
use facts::Note;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use store::Store;

/// The learner's progress, in memory and in its file.
pub struct Progress {
    store: Store,
    state: Mutex<State>,
}

/// What the file holds. Unknown keys are dropped, absent ones are empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct State {
    solved: BTreeMap<String, Solved>,
    /// What the last judgement of each unsolved exercise found.
    failed: BTreeMap<String, Vec<Failed>>,
    /// Hints shown, by exercise and by the finding that chose them. Earlier
    /// checkers kept one number for each exercise, in `hints`.
    #[serde(rename = "hints_after")]
    hints: BTreeMap<String, BTreeMap<String, usize>>,
}

/// A finding, by its name and the case that found it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    pub title: String,
    pub case: Option<String>,
}

/// The content that was judged solved, and the key of that judgement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Solved {
    /// Digest of the learner's file.
    file: String,
    /// Digest of everything the judgement rests on.
    judgement: String,
    /// What was proved, as the learner was told it.
    #[serde(default)]
    proved: String,
    /// The numbers among it.
    #[serde(default)]
    numbers: Vec<Note>,
}

impl Progress {
    pub fn open(root: &Path) -> Result<Self, Error> {
        let store = Store::new(root);
        let state = Mutex::new(store.read()?);
        Ok(Self { store, state })
    }

    /// What has to be said about the file, once: that a mangled one was set aside.
    pub fn notice(&self) -> Option<String> {
        self.store.notice()
    }

    /// Whether the learner's file is the one that was judged solved.
    pub fn is_solved(&self, exercise: &Exercise) -> bool {
        let state = self.state();
        let Some(solved) = state.solved.get(&exercise.key.to_string()) else { return false };
        std::fs::read(&exercise.files.lib)
            .is_ok_and(|content| crate::fingerprint::digest(&content) == solved.file)
    }

    /// Whether any content of the learner's file was judged solved.
    pub fn was_solved(&self, key: &Key) -> bool {
        self.state().solved.contains_key(&key.to_string())
    }

    /// Whether this very judgement was made before and came to "solved".
    pub fn remembers(&self, key: &Key, judgement: &str) -> bool {
        self.state().solved.get(&key.to_string()).is_some_and(|it| it.judgement == judgement)
    }

    /// What was proved of the learner's file, if it is the one that was judged
    /// solved.
    pub fn proved(&self, exercise: &Exercise) -> Option<String> {
        let known = || self.state().solved.get(&exercise.key.to_string()).cloned();
        self.is_solved(exercise).then(known)?.map(|solved| solved.proved)
    }

    /// The numbers of the run that solved an exercise, given by its slug, whatever
    /// its file has become since.
    pub fn run_of(&self, slug: &str) -> Option<Vec<Note>> {
        let state = self.state();
        let is_meant = |key: &str| key.parse::<Key>().is_ok_and(|key| key.slug() == slug);
        let solved = state.solved.iter().find(|(key, _)| is_meant(key));
        solved.map(|(_, solved)| solved.numbers.clone())
    }

    /// Records what was proved of a file, given by the digest of its content.
    pub fn record_solved(
        &self,
        key: &Key,
        file: &str,
        judgement: &str,
        (proved, numbers): (&str, Vec<Note>),
    ) -> Result<(), Error> {
        let (file, judgement, proved) = (file.to_owned(), judgement.to_owned(), proved.to_owned());
        let solved = Solved { file, judgement, proved, numbers };
        self.update(|state| {
            state.failed.remove(&key.to_string());
            state.solved.insert(key.to_string(), solved)
        })
        .map(drop)
    }

    /// Remembers what was found, and forgets that this content was solved;
    /// another content stays solved.
    pub fn record_unsolved(&self, key: &Key, file: &str, failed: Vec<Failed>) -> Result<(), Error> {
        let key = key.to_string();
        let was_solved = |state: &State| state.solved.get(&key).is_some_and(|it| it.file == file);
        let known = |state: &State| state.failed.get(&key) == Some(&failed) && !was_solved(state);
        if known(&self.state()) {
            return Ok(());
        }
        self.update(|state| {
            if was_solved(state) {
                state.solved.remove(&key);
            }
            state.failed.insert(key.clone(), failed.clone());
        })
    }

    /// What the last judgement found, unless the exercise was solved by it.
    pub fn failed(&self, key: &Key) -> Vec<Failed> {
        self.state().failed.get(&key.to_string()).cloned().unwrap_or_default()
    }

    /// How many hints after `finding` were shown; an empty one stands for those
    /// after none.
    pub fn hints_shown(&self, key: &Key, finding: &str) -> usize {
        let state = self.state();
        let shown = state.hints.get(&key.to_string()).and_then(|shown| shown.get(finding));
        shown.copied().unwrap_or(0)
    }

    /// Counts one more hint of `available` as shown and returns how many are.
    pub fn show_hint(&self, key: &Key, finding: &str, available: usize) -> Result<usize, Error> {
        self.update(|state| {
            let shown = state.hints.entry(key.to_string()).or_default();
            let shown = shown.entry(finding.to_owned()).or_default();
            *shown = (*shown + 1).min(available);
            *shown
        })
    }

    pub fn forget_hints(&self, key: &Key) -> Result<(), Error> {
        if !self.state().hints.contains_key(&key.to_string()) {
            return Ok(());
        }
        self.update(|state| state.hints.remove(&key.to_string())).map(drop)
    }

    /// Applies a change to what the file holds now, which another checker may
    /// have written meanwhile.
    fn update<T>(&self, change: impl FnOnce(&mut State) -> T) -> Result<T, Error> {
        let (state, value) = self.store.update(change)?;
        *self.state() = state;
        Ok(value)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROVED: (&str, Vec<Note>) = ("", Vec::new());

    fn key(name: &str) -> Key {
        Key { chapter: "01_a".into(), name: name.into() }
    }

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn what_was_recorded_is_there_next_time() {
        let root = folder();
        let progress = Progress::open(root.path()).unwrap();
        progress.record_solved(&key("01_x"), "content", "judged", PROVED).unwrap();
        let again = Progress::open(root.path()).unwrap();
        assert!(again.remembers(&key("01_x"), "judged"));
        assert!(!again.remembers(&key("01_x"), "judged with other hidden tests"));
        assert!(!again.remembers(&key("02_y"), "judged"));
    }

    #[test]
    fn the_numbers_of_a_run_are_known_by_the_slug() {
        let root = folder();
        let progress = Progress::open(root.path()).unwrap();
        let note = Note { what: "requests together".into(), value: 15.9, unit: String::new() };
        let proved = ("requests together 15.9", vec![note.clone()]);
        progress.record_solved(&key("01_two_words"), "content", "judged", proved).unwrap();
        let again = Progress::open(root.path()).unwrap();
        assert_eq!(again.run_of("two-words"), Some(vec![note]));
        assert_eq!(again.run_of("words"), None);
    }

    /// As earlier checkers wrote it.
    #[test]
    fn a_run_without_numbers_is_read() {
        let root = folder();
        let solved = r#"{ "01_a/01_x": { "file": "content", "judgement": "judged" } }"#;
        let text = format!(r#"{{ "version": 1, "solved": {solved} }}"#);
        std::fs::write(root.path().join(".progress.json"), text).unwrap();
        assert_eq!(Progress::open(root.path()).unwrap().run_of("x"), Some(vec![]));
    }

    #[test]
    fn two_checkers_lose_nothing_to_each_other() {
        let root = folder();
        let record = |side: &str| {
            let progress = Progress::open(root.path()).unwrap();
            for n in 0..10 {
                progress
                    .record_solved(&key(&format!("{n}_{side}")), "content", "judged", PROVED)
                    .unwrap();
                progress.show_hint(&key("01_x"), "", 1000).unwrap();
            }
        };
        std::thread::scope(|scope| {
            scope.spawn(|| record("a"));
            scope.spawn(|| record("b"));
        });
        let progress = Progress::open(root.path()).unwrap();
        assert_eq!(progress.hints_shown(&key("01_x"), ""), 20);
        for n in 0..10 {
            assert!(progress.was_solved(&key(&format!("{n}_a"))));
            assert!(progress.was_solved(&key(&format!("{n}_b"))));
        }
    }

    #[test]
    fn an_unsolved_edit_leaves_the_solved_content_known() {
        let root = folder();
        let progress = Progress::open(root.path()).unwrap();
        progress.record_solved(&key("01_x"), "good", "judged", PROVED).unwrap();
        progress.record_unsolved(&key("01_x"), "edited", Vec::new()).unwrap();
        assert!(progress.was_solved(&key("01_x")));
        progress.record_unsolved(&key("01_x"), "good", Vec::new()).unwrap();
        assert!(!progress.was_solved(&key("01_x")));
    }

    #[test]
    fn what_was_found_last_is_known_until_it_is_solved() {
        let root = folder();
        let progress = Progress::open(root.path()).unwrap();
        let found = |title: &str| vec![Failed { title: title.into(), case: None }];
        progress.record_unsolved(&key("01_x"), "one", found("deadlock")).unwrap();
        progress.record_unsolved(&key("01_x"), "two", found("lost update")).unwrap();
        assert_eq!(Progress::open(root.path()).unwrap().failed(&key("01_x")), found("lost update"));
        progress.record_solved(&key("01_x"), "good", "judged", PROVED).unwrap();
        assert_eq!(progress.failed(&key("01_x")), []);
    }

    #[test]
    fn hints_stop_at_the_last() {
        let root = folder();
        let progress = Progress::open(root.path()).unwrap();
        let shown = [(); 4].map(|()| progress.show_hint(&key("01_x"), "", 3).unwrap());
        assert_eq!(shown, [1, 2, 3, 3]);
        progress.forget_hints(&key("01_x")).unwrap();
        assert_eq!(Progress::open(root.path()).unwrap().hints_shown(&key("01_x"), ""), 0);
    }
}
