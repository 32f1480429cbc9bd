//! Judging through what is known: an unchanged solved file is not judged again.

pub mod variants;

use crate::check::{self, Subject};
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::exercise::{Exercise, Key};
use crate::explain;
use crate::fingerprint;
use crate::progress::{Failed, Progress};
use crate::verdict::{Judgement, Verdict};
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Judges what is not known to be solved, or all if `fresh`, and records what comes of
/// it; tells everything to `sink`. Verdicts come in no particular order.
pub fn judge(
    root: &Path,
    progress: &Progress,
    subjects: Vec<Subject<'_>>,
    fresh: bool,
    sink: &dyn Sink,
) -> Result<Vec<Verdict>, Error> {
    let tools = fingerprint::tools(root, &fingerprint::toolchain())?;
    let mut verdicts = Vec::new();
    let mut unknown = Vec::new();
    for subject in subjects {
        let source = source(&subject)?;
        let key = fingerprint::judgement(subject.exercise, &source, &tools)?;
        if !fresh && is_own(&subject) && progress.remembers(&subject.exercise.key, &key) {
            let judgement = remembered(&subject, &source);
            let exercise = subject.exercise;
            sink.event(Event::Judged { exercise, judgement: &judgement, cached: true });
            verdicts.push(Verdict::Solved);
        } else {
            unknown.push(subject);
        }
    }
    // What is cited is run first.
    let (plain, citing): (Vec<_>, Vec<_>) =
        unknown.into_iter().partition(|subject| subject.exercise.meta.claims.is_empty());
    for subjects in [plain, citing] {
        verdicts.extend(judge_and_record(progress, &tools, &subjects, sink)?);
    }
    Ok(verdicts)
}

fn judge_and_record(
    progress: &Progress,
    tools: &str,
    subjects: &[Subject<'_>],
    sink: &dyn Sink,
) -> Result<Vec<Verdict>, Error> {
    if subjects.is_empty() {
        return Ok(Vec::new());
    }
    let own = subjects.iter().filter(|it| is_own(it)).map(|it| it.exercise.key.clone()).collect();
    let recorder = Recorder { progress, tools, own, sink, failure: Mutex::default() };
    let judgements = check::judge(subjects, &|_, slug| progress.run_of(slug), &recorder)?;
    recorder.finish()?;
    Ok(judgements.iter().map(Judgement::verdict).collect())
}

/// Whether the learner's own file is judged, and not another in its place.
fn is_own(subject: &Subject<'_>) -> bool {
    subject.file == subject.exercise.files.lib
}

fn source(subject: &Subject<'_>) -> Result<Vec<u8>, Error> {
    fs::read(&subject.file).map_err(|error| {
        let error = Error::usage(format!("cannot read {}: {error}", subject.display));
        if is_own(subject) {
            let slug = subject.exercise.key.slug();
            error.advice(format!("`reset {slug}` writes the starter there again."))
        } else {
            error
        }
    })
}

/// A judgement that was made before, told without its details.
fn remembered(subject: &Subject<'_>, source: &[u8]) -> Judgement {
    Judgement {
        key: subject.exercise.key.clone(),
        file: subject.display.clone(),
        source: String::from_utf8_lossy(source).into_owned(),
        outcomes: Vec::new(),
        warnings: Vec::new(),
        seconds: 0.0,
    }
}

/// What was found, as the learner was told it.
pub fn found(judgement: &Judgement) -> Vec<Failed> {
    let titles = explain::titles(judgement).into_iter();
    titles.map(|(title, case)| Failed { title, case: case.map(str::to_owned) }).collect()
}

/// Records each judgement as it is made, so that a kill loses none before it.
struct Recorder<'a> {
    progress: &'a Progress,
    tools: &'a str,
    /// Exercises whose own file is judged.
    own: HashSet<Key>,
    sink: &'a dyn Sink,
    /// The first record that could not be written.
    failure: Mutex<Option<Error>>,
}

impl Recorder<'_> {
    fn record(&self, exercise: &Exercise, judgement: &Judgement) -> Result<(), Error> {
        // The text that was judged, and not the file: it may have been edited since.
        let source = judgement.source.as_bytes();
        let file = fingerprint::digest(source);
        match judgement.verdict() {
            Verdict::Solved => {
                let key = fingerprint::judgement(exercise, source, self.tools)?;
                let (proved, numbers) = (explain::proved(judgement), explain::numbers(judgement));
                self.progress.record_solved(&exercise.key, &file, &key, (&proved, numbers))
            }
            Verdict::NotSolved => {
                self.progress.record_unsolved(&exercise.key, &file, found(judgement))
            }
            Verdict::CannotTell => Ok(()),
        }
    }

    fn finish(self) -> Result<(), Error> {
        let failure = self.failure.into_inner().unwrap_or_else(PoisonError::into_inner);
        failure.map_or(Ok(()), Err)
    }
}

impl Sink for Recorder<'_> {
    fn event(&self, event: Event<'_>) {
        if let Event::Judged { exercise, judgement, .. } = &event
            && self.own.contains(&exercise.key)
            && let Err(error) = self.record(exercise, judgement)
        {
            let mut failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
            failure.get_or_insert(error);
        }
        self.sink.event(event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::catalog::tests::{workspace, write};
    use crate::finding::{Evidence, Finding, Step};
    use crate::verdict::{Doubt, Outcome};

    struct Silent;

    impl Sink for Silent {
        fn event(&self, _: Event<'_>) {}
    }

    fn judged(exercise: &Exercise, source: &str, verdict: Verdict) -> Judgement {
        let evidence = Evidence::ForgedReport;
        let finding = Finding { step: Step::Test, case: None, evidence };
        let doubt = Doubt::NothingExplored { case: String::new() };
        Judgement {
            key: exercise.key.clone(),
            file: String::new(),
            source: source.to_owned(),
            outcomes: vec![Outcome {
                step: Step::Test,
                findings: (verdict == Verdict::NotSolved).then_some(finding).into_iter().collect(),
                doubts: (verdict == Verdict::CannotTell).then_some(doubt).into_iter().collect(),
                proofs: Vec::new(),
                seconds: 0.0,
            }],
            warnings: Vec::new(),
            seconds: 0.0,
        }
    }

    fn tell(progress: &Progress, exercise: &Exercise, judgement: &Judgement) {
        let own = [exercise.key.clone()].into();
        let failure = Mutex::default();
        let recorder = Recorder { progress, tools: "tools", own, sink: &Silent, failure };
        recorder.event(Event::Judged { exercise, judgement, cached: false });
        recorder.finish().unwrap();
    }

    #[test]
    fn an_edit_unsolves_until_it_is_undone() {
        let root = workspace(&["01_first/01_a"]);
        let lib = "exercises/01_first/01_a/lib.rs";
        let catalog = Catalog::load(root.path()).unwrap();
        let exercise = &catalog.exercises()[0];
        let progress = Progress::open(root.path()).unwrap();
        write(root.path(), lib, "good");
        assert!(!progress.is_solved(exercise));
        tell(&progress, exercise, &judged(exercise, "good", Verdict::Solved));
        assert!(progress.is_solved(exercise));
        write(root.path(), lib, "edited");
        assert!(!progress.is_solved(exercise));
        tell(&progress, exercise, &judged(exercise, "edited", Verdict::NotSolved));
        write(root.path(), lib, "good");
        assert!(progress.is_solved(exercise));
    }

    #[test]
    fn only_solved_is_remembered() {
        let root = workspace(&["01_first/01_a"]);
        let catalog = Catalog::load(root.path()).unwrap();
        let exercise = &catalog.exercises()[0];
        let progress = Progress::open(root.path()).unwrap();
        let key = fingerprint::judgement(exercise, b"text", "tools").unwrap();
        tell(&progress, exercise, &judged(exercise, "text", Verdict::CannotTell));
        assert!(!progress.remembers(&exercise.key, &key));
        tell(&progress, exercise, &judged(exercise, "text", Verdict::Solved));
        assert!(progress.remembers(&exercise.key, &key));
        tell(&progress, exercise, &judged(exercise, "text", Verdict::NotSolved));
        assert!(!progress.remembers(&exercise.key, &key));
    }

    #[test]
    fn a_judgement_of_a_text_edited_meanwhile_is_not_one_of_the_file() {
        let root = workspace(&["01_first/01_a"]);
        let catalog = Catalog::load(root.path()).unwrap();
        let exercise = &catalog.exercises()[0];
        let progress = Progress::open(root.path()).unwrap();
        write(root.path(), "exercises/01_first/01_a/lib.rs", "edited meanwhile");
        tell(&progress, exercise, &judged(exercise, "judged", Verdict::Solved));
        assert!(!progress.is_solved(exercise));
    }

    #[test]
    fn a_changed_hidden_file_needs_a_new_judgement() {
        let root = workspace(&["01_first/01_a"]);
        let hidden = "checker/hidden/01_first/01_a/tests.rs";
        write(root.path(), hidden, "one");
        let catalog = Catalog::load(root.path()).unwrap();
        let exercise = &catalog.exercises()[0];
        let before = fingerprint::judgement(exercise, b"text", "tools").unwrap();
        assert_eq!(fingerprint::judgement(exercise, b"text", "tools").unwrap(), before);
        assert_ne!(fingerprint::judgement(exercise, b"edited", "tools").unwrap(), before);
        assert_ne!(fingerprint::judgement(exercise, b"text", "others").unwrap(), before);
        write(root.path(), hidden, "two");
        assert_ne!(fingerprint::judgement(exercise, b"text", "tools").unwrap(), before);
    }
}
