//! `speedup`: how a parallel program scales, and what limits it.

use super::{Context, sink};
use crate::check::speedup::{self, Measured};
use crate::cli::{Format, SpeedupArgs};
use crate::error::Error;
use crate::exit::Code;
use crate::{explain, report};
use std::fs;

pub fn run(context: &Context, args: &SpeedupArgs) -> Result<Code, Error> {
    let Measured { judgement, scaling } = measure(context, args)?;
    let Some(scaling) = scaling else {
        return Ok(Code::of([judgement.verdict()]));
    };
    if let Some(path) = &args.svg {
        fs::write(path, explain::scaling::svg(&judgement.file, &scaling))
            .map_err(|source| Error::usage(format!("cannot write {}: {source}", path.display())))?;
    }
    report::scaling::print(&judgement.file, &scaling, args.format == Format::Json);
    Ok(Code::Solved)
}

fn measure(context: &Context, args: &SpeedupArgs) -> Result<Measured, Error> {
    let sink = sink(args.format, true);
    match (&args.file, &args.slug) {
        (Some(file), _) => speedup::measure_file(&context.root, file, &*sink),
        (None, slug) => {
            let exercise = context.catalog.find(slug.as_deref().unwrap_or_default())?;
            speedup::measure(&context.root, context.subject(exercise), &*sink)
        }
    }
}
