//! `timeline`: what the threads of a program do, drawn.

use super::{Context, sink};
use crate::check::timeline::{self, Recorded};
use crate::cli::{Format, TimelineArgs};
use crate::error::Error;
use crate::exit::Code;
use crate::explain::Picture;
use crate::report;
use std::fs;

pub fn run(context: &Context, args: &TimelineArgs) -> Result<Code, Error> {
    let recorded = record(context, args)?;
    if recorded.runs.is_empty() {
        return Ok(Code::of([recorded.judgement.verdict()]));
    }
    let picture = Picture::new(&recorded.judgement, &recorded.case, recorded.runs);
    if let Some(path) = &args.svg {
        fs::write(path, picture.svg())
            .map_err(|source| Error::usage(format!("cannot write {}: {source}", path.display())))?;
    }
    report::timeline::print(&picture, args.format == Format::Json);
    Ok(Code::Solved)
}

fn record(context: &Context, args: &TimelineArgs) -> Result<Recorded, Error> {
    let sink = sink(args.format, true);
    let cores = timeline::cores(args.cores.and_then(|cores| usize::try_from(cores).ok()))?;
    match (&args.file, &args.slug) {
        (Some(file), _) => timeline::record_file(&context.root, file, &cores, &*sink),
        (None, slug) => {
            let exercise = context.catalog.find(slug.as_deref().unwrap_or_default())?;
            timeline::record(&context.root, context.subject(exercise), &cores, &*sink)
        }
    }
}
