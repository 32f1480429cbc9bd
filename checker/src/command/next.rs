//! Without a command: judge the first unsolved exercise and say what to do next.

use super::{Context, question, sink};
use crate::cli::Format;
use crate::error::Error;
use crate::exercise::Exercise;
use crate::exit::Code;
use crate::report::{course, progress_line};

pub fn run(context: &Context) -> Result<Code, Error> {
    let Some(exercise) = context.current() else {
        course::finished(context.catalog.exercises().len());
        progress_line::print(&context.shares());
        return Ok(Code::Solved);
    };
    let sink = sink(Format::Human, true);
    let verdicts = context.judge(vec![context.subject(exercise)], false, &*sink)?;
    // Takes the spinner away before more is said.
    drop(sink);
    let code = Code::of(verdicts);
    match code {
        Code::Solved => {
            course::solved(&exercise.title);
            finish_chapter(context, exercise)?;
            match context.current() {
                Some(next) => course::start(&place(context, next)),
                None => course::finished(context.catalog.exercises().len()),
            }
        }
        Code::CannotTell => course::go_round(&place(context, exercise)),
        _ => course::go_on(&place(context, exercise)),
    }
    progress_line::print(&context.shares());
    Ok(code)
}

/// After the last exercise of a chapter: what the chapter was about.
fn finish_chapter(context: &Context, solved: &Exercise) -> Result<(), Error> {
    let chapter = context.catalog.chapter(&solved.key.chapter)?;
    let mut core = context.catalog.exercises_of(chapter).filter(|it| !it.meta.extension);
    if !solved.meta.extension && core.all(|exercise| context.progress.is_solved(exercise)) {
        question::tell(context, chapter);
    }
    Ok(())
}

fn place<'a>(context: &Context, exercise: &'a Exercise) -> course::Place<'a> {
    course::Place {
        title: &exercise.title,
        slug: exercise.key.slug(),
        readme: context.catalog.shown(&exercise.files.readme).to_string(),
        lib: context.catalog.shown(&exercise.files.lib).to_string(),
    }
}
