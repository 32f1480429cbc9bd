//! `doctor`: what this machine can judge and what it will skip.

use super::Context;
use crate::error::Error;
use crate::exit::Code;
use crate::{machine, report};

pub fn run(context: &Context) -> Result<Code, Error> {
    let machine = machine::look(&context.root)?;
    let exercises = context.catalog.exercises();
    let measured = exercises.iter().filter(|exercise| exercise.files.speed.is_some());
    let measured: Vec<_> = measured.map(|exercise| exercise.key.slug()).collect();
    let solved = exercises.iter().filter(|exercise| context.progress.is_solved(exercise)).count();
    let chapters = context.catalog.chapters().len();
    let counts = format!("{} in {chapters} chapters, {solved} solved", exercises.len());
    report::machine::print(&machine, &context.root.display().to_string(), &counts, &measured);
    Ok(Code::Solved)
}
