//! `author`: writing exercises and proving that they judge rightly.

mod check;
mod golden;
mod matrix;
mod new;
mod runs;
mod variant;

use super::Context;
use crate::cli::AuthorCommand;
use crate::error::Error;
use crate::exit::Code;

pub fn run(context: &Context, command: &AuthorCommand) -> Result<Code, Error> {
    match command {
        AuthorCommand::New(args) => new::run(context, args),
        AuthorCommand::Check(args) => check::run(context, args),
    }
}
