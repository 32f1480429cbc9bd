//! `solution`: ours, to compare with one's own.

use super::Context;
use crate::cli::SolutionArgs;
use crate::error::Error;
use crate::exit::Code;
use crate::report::{CALL, course};
use std::fs;

pub fn run(context: &Context, args: &SolutionArgs) -> Result<Code, Error> {
    let exercise = context.catalog.find(&args.slug)?;
    let slug = exercise.key.slug();
    if !args.anyway && !context.progress.was_solved(&exercise.key) {
        return Err(Error::usage(format!("{slug} is not solved yet")).advice(format!(
            "`{CALL} hint {slug}` helps; `{CALL} solution {slug} --anyway` shows it."
        )));
    }
    let file = &exercise.files.solution;
    let text = fs::read_to_string(file).map_err(|error| Error::file("read", file, &error))?;
    course::file(&context.catalog.shown(file).to_string(), &text);
    Ok(Code::Solved)
}
