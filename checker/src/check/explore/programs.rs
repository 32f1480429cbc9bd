//! Building explored files: all together, each with a result of its own.

use super::file::File;
use crate::cargo::{Built, Request};
use crate::check::building::{self, FEW};
use crate::check::judging::mapped;
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::finding::Step;
use crate::scratch::{Build, Scratch};
use crate::step::places::Paths;
use crate::step::{Found, compile};
use std::path::PathBuf;
use std::time::Instant;

/// What building one file came to.
pub enum Program {
    /// It is built, here.
    Built(PathBuf),
    /// It does not compile; the builds took this time for each file.
    Not { step: Step, found: Found, seconds: f64 },
}

/// Builds every file against the stand-ins. Those that do not compile are built
/// against the real crates as well: that decides whose errors they are.
pub fn build(
    scratch: &Scratch,
    files: &[File],
    paths: &[Paths],
    sink: &dyn Sink,
) -> Result<Vec<Program>, Error> {
    let start = Instant::now();
    let all: Vec<&File> = files.iter().collect();
    let model = call(scratch, Build::Model, &all, sink)?;
    let program =
        |file: &File| model.package(&file.explored.package).executables.into_values().next();
    let failed: Vec<&File> = files.iter().filter(|file| program(file).is_none()).collect();
    let native = if failed.is_empty() {
        Built::default()
    } else {
        call(scratch, Build::Native, &failed, sink)?
    };
    #[expect(clippy::cast_precision_loss, reason = "nobody explores that many files")]
    let seconds = start.elapsed().as_secs_f64() / files.len().max(1) as f64;
    let built = files.iter().zip(paths).map(|(file, paths)| match program(file) {
        Some(path) => Ok(Program::Built(path)),
        None => {
            let (step, found) = why_not(file, paths, &native, &model)?;
            Ok(Program::Not { step, found, seconds })
        }
    });
    built.collect()
}

fn call(scratch: &Scratch, build: Build, files: &[&File], sink: &dyn Sink) -> Result<Built, Error> {
    if building::is_first(scratch, build) {
        sink.event(Event::Preparing);
    }
    let explored: Vec<_> = files.iter().map(|file| &file.explored).collect();
    scratch.lay_out_explored(build, &explored)?;
    let request = Request {
        workspace: &scratch.folder(build),
        packages: explored.iter().map(|file| file.package.clone()).collect(),
        tests: true,
        release: false,
        instrumented: building::is_instrumented(scratch, build)?,
        again: files.len() <= FEW,
    };
    building::ours(&request, sink)
}

/// Whose errors they are: the file's, if the real crates make them too.
fn why_not(
    file: &File,
    paths: &Paths,
    native: &Built,
    model: &Built,
) -> Result<(Step, Found), Error> {
    let errors = |built: &Built| mapped(paths, built.package(&file.explored.package)).errors;
    let mut found = Found::default();
    let native = errors(native);
    if !native.is_empty() {
        found.findings.push(compile::learner_errors(&native));
        return Ok((Step::Compile, found));
    }
    found.doubts = compile::lacking(&errors(model));
    if found.doubts.is_empty() {
        return Err(Error::fault(format!("{} was not built, and cargo says nothing", file.shown)));
    }
    Ok((Step::Model, found))
}
