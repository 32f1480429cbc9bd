//! `check`: judge exercises and tell the verdicts.

use super::{Context, sink};
use crate::check::Subject;
use crate::cli::CheckArgs;
use crate::error::Error;
use crate::exercise::Exercise;
use crate::exit::Code;
use std::fs;
use std::path::Path;

pub fn run(context: &Context, args: &CheckArgs) -> Result<Code, Error> {
    let subjects = match &args.file {
        Some(file) => vec![submission(context, args, file)?],
        None => selected(context, args)?.into_iter().map(|it| context.subject(it)).collect(),
    };
    let sink = sink(args.format, subjects.len() == 1);
    let verdicts = context.judge(subjects, args.fresh, &*sink)?;
    Ok(Code::of(verdicts))
}

/// Another file in the place of the learner's: judged, not recorded.
fn submission<'a>(
    context: &'a Context,
    args: &CheckArgs,
    file: &Path,
) -> Result<Subject<'a>, Error> {
    let [slug] = &args.slugs[..] else {
        return Err(Error::usage("--file judges one exercise, and several are named"));
    };
    Ok(context.subject_in(context.catalog.find(slug)?, Some(file)))
}

fn selected<'a>(context: &'a Context, args: &CheckArgs) -> Result<Vec<&'a Exercise>, Error> {
    let all = context.catalog.exercises().iter();
    if args.all {
        return Ok(all.collect());
    }
    if let Some(chapter) = &args.chapter {
        let chapter = context.catalog.chapter(chapter)?;
        return Ok(context.catalog.exercises_of(chapter).collect());
    }
    if args.slugs.is_empty() {
        let begun: Vec<_> = all.filter(|exercise| is_begun(context, exercise)).collect();
        // On a fresh clone that is none; the next to solve is what is meant.
        return Ok(if begun.is_empty() { context.current().into_iter().collect() } else { begun });
    }
    let mut named: Vec<&Exercise> = Vec::new();
    for slug in &args.slugs {
        let exercise = context.catalog.find(slug)?;
        if named.iter().all(|other| other.key != exercise.key) {
            named.push(exercise);
        }
    }
    Ok(named)
}

/// Whether the learner's file is no longer the starter.
fn is_begun(context: &Context, exercise: &Exercise) -> bool {
    let read = |file: &Path| fs::read(file).unwrap_or_default();
    context.progress.was_solved(&exercise.key)
        || read(&exercise.files.lib) != read(&exercise.files.starter)
}
