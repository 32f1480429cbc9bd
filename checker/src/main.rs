//! Judges exercises on interleaving, shared-data synchronization and parallel
//! speedup. `ARCHITECTURE.md` is the map.

mod cache;
mod cargo;
mod catalog;
mod check;
mod cli;
mod command;
mod error;
mod event;
mod exercise;
mod exit;
mod explain;
mod finding;
mod fingerprint;
mod machine;
mod process;
mod progress;
mod report;
mod scaling;
mod scratch;
mod step;
mod verdict;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(code) = cargo::instrument::compile() {
        return code;
    }
    let code = match cli::Cli::try_parse() {
        Ok(cli) => command::run(cli.command.as_ref()).unwrap_or_else(|error| {
            report::error(&error);
            exit::Code::from(&error)
        }),
        Err(message) => {
            // Help goes to a pipe that may be closed; there is nobody left to tell.
            let _ = message.print();
            // Help and version are messages too, and no fault of the caller.
            if message.use_stderr() { exit::Code::Usage } else { exit::Code::Solved }
        }
    };
    code.into()
}
