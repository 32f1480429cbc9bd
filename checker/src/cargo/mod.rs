//! Building scratch packages with cargo: composing the command, running it
//! and reading what it printed are three things.

mod command;
pub mod compiler;
pub mod instrument;
mod message;
mod source;

pub use command::Request;
pub use message::{Built, Diagnostic, Package};
pub use source::source;

use crate::error::Error;
use std::process::Output;

/// Builds packages; a file that does not compile is a result, not an `Err`.
///
/// Cargo is kept off the network until it cannot do without: resolving online
/// costs a second and fails in a workshop room. `preparing` is called before
/// something is fetched.
pub fn build(request: &Request<'_>, preparing: &dyn Fn()) -> Result<Built, Error> {
    let offline = run(request, false)?;
    let output = if needs_network(&offline) {
        preparing();
        run(request, true)?
    } else {
        offline
    };
    message::read(&String::from_utf8_lossy(&output.stdout)).ok_or_else(|| broken(&output))
}

fn run(request: &Request<'_>, online: bool) -> Result<Output, Error> {
    let mut command = command::compose(request, online, std::env::vars_os());
    command.output().map_err(|source| {
        Error::fault(format!("cannot start cargo: {source}"))
            .advice("`cargo --version` must work in this terminal.")
    })
}

/// Cargo's words for what `--offline` kept it from.
const OFFLINE: [&str; 3] =
    ["--offline was specified", "you're using offline mode", "without `--offline`"];

fn needs_network(output: &Output) -> bool {
    let said = String::from_utf8_lossy(&output.stderr);
    !output.status.success() && OFFLINE.iter().any(|words| said.contains(words))
}

fn broken(output: &Output) -> Error {
    let said = String::from_utf8_lossy(&output.stderr);
    Error::fault(format!("the Rust toolchain failed:\n{}", said.trim_end()))
}
