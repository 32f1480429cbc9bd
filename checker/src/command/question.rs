//! `question`: what a chapter answers, and what one's own runs say to it.

use super::Context;
use crate::catalog::Chapter;
use crate::cli::QuestionArgs;
use crate::error::Error;
use crate::exit::Code;
use crate::report::course::{self, Evidence};

pub fn run(context: &Context, args: &QuestionArgs) -> Result<Code, Error> {
    let chapter = match (&args.chapter, context.current()) {
        (Some(typed), _) => context.catalog.chapter(typed)?,
        (None, Some(exercise)) => context.catalog.chapter(&exercise.key.chapter)?,
        (None, None) => {
            return Err(Error::usage("every exercise is solved").advice("Name a chapter: 03."));
        }
    };
    tell(context, chapter);
    Ok(Code::Solved)
}

/// The question of a chapter and the evidence for an answer: the runs of its own
/// exercises, and of those that show the claims that it asks for.
pub fn tell(context: &Context, chapter: &Chapter) {
    let evidence = context.catalog.exercises_of(chapter).map(|exercise| Evidence {
        slug: exercise.key.slug(),
        proved: context.progress.proved(exercise),
    });
    course::question(&chapter.title, &chapter.question, &evidence.collect::<Vec<_>>());
    let asks = context.catalog.exercises_of(chapter).flat_map(|exercise| &exercise.meta.claims);
    let claims: Vec<_> =
        asks.map(|claim| claim.beside(|slug| context.progress.run_of(slug))).collect();
    course::claims(&claims);
}
