//! `explore`: every interleaving of Rust files, without an exercise.
//!
//! Each `#[test]` function is a model; in a file without tests, `main` is.

use super::{Context, sink};
use crate::check::explore;
use crate::cli::ExploreArgs;
use crate::error::Error;
use crate::exit::Code;
use crate::verdict::Judgement;

pub fn run(context: &Context, args: &ExploreArgs) -> Result<Code, Error> {
    let sink = sink(args.format, args.files.len() == 1);
    let judgements = explore::explore(&context.root, &args.files, &*sink)?;
    Ok(Code::of(judgements.iter().map(Judgement::verdict)))
}
