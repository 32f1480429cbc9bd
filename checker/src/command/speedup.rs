//! `speedup`: how a parallel program scales, and what limits it.

use super::{Context, picture, sink};
use crate::check::speedup::{self, Measured};
use crate::cli::{Format, SpeedupArgs};
use crate::error::Error;
use crate::exit::Code;
use crate::{explain, report};

pub fn run(context: &Context, args: &SpeedupArgs) -> Result<Code, Error> {
    let Measured { judgement, scaling } = measure(context, args)?;
    let Some(scaling) = scaling else {
        return Ok(Code::of([judgement.verdict()]));
    };
    if let Some(path) = &args.svg {
        picture::write(path, &explain::scaling::svg(&judgement.file, &scaling))?;
    }
    report::scaling::print(&judgement.file, &scaling, args.format == Format::Json);
    Ok(Code::Solved)
}

fn measure(context: &Context, args: &SpeedupArgs) -> Result<Measured, Error> {
    let sink = sink(args.format, true);
    let Some(slug) = &args.slug else {
        let file = args.file.as_deref().expect("clap asks for one of the two");
        return speedup::measure_file(&context.root, file, &*sink);
    };
    let exercise = context.catalog.find(slug)?;
    if exercise.files.speed.is_none() {
        return Err(not_about_speed(context, &exercise.key.slug()));
    }
    let subject = context.subject_in(exercise, args.file.as_deref());
    speedup::measure(&context.root, subject, &*sink)
}

fn not_about_speed(context: &Context, slug: &str) -> Error {
    let all = context.catalog.exercises().iter();
    let others = all.filter(|it| it.files.speed.is_some()).map(|it| it.key.slug());
    let others = others.collect::<Vec<_>>().join(", ");
    Error::usage(format!("`{slug}` is not measured, so there is no input to measure it on"))
        .advice(format!("These are measured: {others}. `--file` takes any Rust file."))
}
