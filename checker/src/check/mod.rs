//! Judging files: builds them together, runs the steps of each, and puts
//! together what they found.

mod building;
pub mod explore;
mod jobs;
mod judging;
mod measuring;
mod running;
mod scene;
mod side_by_side;
pub mod speedup;
pub mod timeline;
mod witnessing;

use crate::cargo;
use crate::catalog;
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::exercise::Exercise;
use crate::scratch::{Entry, Scratch};
use crate::verdict::Judgement;
use facts::Note;
use judging::Judging;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// One file to judge.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    pub exercise: &'a Exercise,
    pub file: PathBuf,
    /// The file as the learner knows it.
    pub display: String,
}

/// What the run of an exercise gave, for one exercise that has claims and the slug
/// of another that shows one; nothing, if that was never solved.
pub type Runs<'a> = dyn Fn(&Exercise, &str) -> Option<Vec<Note>> + 'a;

/// Judges files, and tells of each when it is judged. The judgements come in
/// the order of the subjects.
pub fn judge(
    subjects: &[Subject<'_>],
    runs: &Runs<'_>,
    sink: &dyn Sink,
) -> Result<Vec<Judgement>, Error> {
    judge_in(&catalog::workspace_root()?, subjects, runs, sink)
}

fn judge_in(
    root: &Path,
    subjects: &[Subject<'_>],
    runs: &Runs<'_>,
    sink: &dyn Sink,
) -> Result<Vec<Judgement>, Error> {
    let start = Instant::now();
    let entries = entries(subjects)?;
    let scratch = Scratch::open(root, cargo::source)?;
    for Subject { exercise, .. } in subjects {
        sink.event(Event::Started { exercise });
        sink.event(Event::Building { key: &exercise.key });
    }
    let builds = building::build(&scratch, &entries, sink)?;
    let mut judgings = Vec::new();
    for entry in &entries {
        let claims = entry.exercise.meta.claims.iter();
        let claims = claims.map(|claim| claim.beside(|slug| runs(entry.exercise, slug))).collect();
        let mut judging = Judging::begin(root, entry, &builds)?;
        judging.claims = claims;
        judgings.push(judging);
    }
    let judgements = running::run(&scratch, judgings, sink)?;
    Ok(match <[Judgement; 1]>::try_from(judgements) {
        // Cases run side by side, so the sum of their times is not the time.
        Ok([only]) => vec![Judgement { seconds: start.elapsed().as_secs_f64(), ..only }],
        Err(judgements) => judgements,
    })
}

fn entries<'a>(subjects: &[Subject<'a>]) -> Result<Vec<Entry<'a>>, Error> {
    let mut packages = HashSet::new();
    let mut entries = Vec::new();
    for Subject { exercise, file, display } in subjects {
        let source =
            fs::read_to_string(file).map_err(|source| Error::file("read", file, &source))?;
        let variant = variant(exercise, file);
        let mut entry = Entry { exercise, variant, shown: display.clone(), source };
        while !packages.insert(entry.package()) {
            entry.variant.push('_');
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// "learner" for the learner's own file, else after the file's folder and
/// name, so that judging it again builds the same package again.
fn variant(exercise: &Exercise, file: &Path) -> String {
    if file == exercise.files.lib {
        return "learner".to_owned();
    }
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default();
    let stem = file.file_stem().unwrap_or_default();
    let name = format!("{}-{}", folder.to_string_lossy(), stem.to_string_lossy());
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}
