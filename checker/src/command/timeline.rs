//! `timeline`: what the threads of a program do, drawn.

use super::{Context, sink};
use crate::check::timeline::{self, Recorded};
use crate::cli::{Format, TimelineArgs};
use crate::error::Error;
use crate::exit::Code;
use crate::explain::Picture;
use crate::report;

pub fn run(context: &Context, args: &TimelineArgs) -> Result<Code, Error> {
    let recorded = record(context, args)?;
    if recorded.runs.is_empty() {
        return Ok(Code::of([recorded.judgement.verdict()]));
    }
    let picture = Picture::new(&recorded.judgement, &recorded.case, recorded.runs);
    if let Some(path) = &args.svg {
        super::picture::write(path, &picture.svg())?;
    }
    report::timeline::print(&picture, args.format == Format::Json);
    Ok(Code::Solved)
}

fn record(context: &Context, args: &TimelineArgs) -> Result<Recorded, Error> {
    let sink = sink(args.format, true);
    let cores = timeline::cores(args.cores.and_then(|cores| usize::try_from(cores).ok()))?;
    let Some(slug) = &args.slug else {
        let file = args.file.as_deref().expect("clap asks for one of the two");
        return timeline::record_file(&context.root, file, &cores, &*sink);
    };
    let exercise = context.catalog.find(slug)?;
    if exercise.files.scene().is_none() {
        return Err(without_scene(context, &exercise.key.slug()));
    }
    let subject = context.subject_in(exercise, args.file.as_deref());
    timeline::record(&context.root, subject, &cores, &*sink)
}

fn without_scene(context: &Context, slug: &str) -> Error {
    let all = context.catalog.exercises().iter();
    let with: Vec<_> =
        all.filter(|it| it.files.scene().is_some()).map(|it| it.key.slug()).collect();
    Error::usage(format!("`{slug}` has no scene that a timeline could show"))
        .advice(format!("These have: {}. `--file` takes any program.", with.join(", ")))
}
