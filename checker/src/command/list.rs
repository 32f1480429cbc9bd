//! `list`: the exercises and which are solved.

use super::Context;
use crate::error::Error;
use crate::exit::Code;
use crate::report::course::{self, Row};

pub fn run(context: &Context) -> Result<Code, Error> {
    let current = context.current().map(|exercise| &exercise.key);
    for (chapter, share) in context.catalog.chapters().iter().zip(context.shares()) {
        let rows: Vec<_> = context
            .catalog
            .exercises_of(chapter)
            .map(|exercise| Row {
                exercise,
                solved: context.progress.is_solved(exercise),
                current: current == Some(&exercise.key),
            })
            .collect();
        course::chapter(&chapter.title, &share, &rows);
    }
    Ok(Code::Solved)
}
