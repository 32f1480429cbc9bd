//! The checker's integration tests, one program.

// A test that unwraps says what it expects by failing there.
#![allow(clippy::unwrap_used)]

// The checker is a program, not a library: what is tested here directly is
// compiled in from its source.
#[allow(dead_code)]
#[path = "../../src/finding.rs"]
mod finding;
#[allow(dead_code)]
#[path = "../../src/process/mod.rs"]
mod process;

mod author;
mod clippy;
mod format;
#[cfg(unix)]
mod hostile;
mod litmus;
mod parts;
#[cfg(unix)]
mod speedup;
mod starters;
mod tidy;
#[cfg(unix)]
mod timeline;
mod turn;
mod workspace;
