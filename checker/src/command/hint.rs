//! `hint`: each call goes one step further.

use super::Context;
use crate::cli::HintArgs;
use crate::error::Error;
use crate::exit::Code;
use crate::report::course;

pub fn run(context: &Context, args: &HintArgs) -> Result<Code, Error> {
    let exercise = match &args.slug {
        Some(slug) => context.catalog.find(slug)?,
        None => context.current().ok_or_else(|| {
            Error::usage("every exercise is solved").advice("Name the one you want a hint for.")
        })?,
    };
    let hints = &exercise.meta.hints;
    let seen = context.progress.hints_shown(&exercise.key);
    let shown = context.progress.show_hint(&exercise.key, hints.len())?;
    course::hints(&exercise.key.slug(), hints, seen, shown);
    Ok(Code::Solved)
}
