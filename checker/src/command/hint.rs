//! `hint`: each call goes one step further, for what was found last.

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
    let key = &exercise.key;
    let failed = context.progress.failed(key);
    let found = failed.iter().map(|it| (it.title.as_str(), it.case.as_deref()));
    let ladder = exercise.meta.ladder(found);
    let after = ladder.after.map_or("", |after| after.finding.as_str());
    let seen = context.progress.hints_shown(key, after);
    let shown = context.progress.show_hint(key, after, ladder.hints.len())?;
    course::hints(&key.slug(), &ladder, seen, shown);
    Ok(Code::Solved)
}
