//! The builds of a run: native and model at the same time; speed measurements
//! and witnesses on demand.

use crate::cargo::{self, Built, Request, instrument};
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::scratch::{Build, Entry, Packages, Scratch};
use std::time::Instant;

/// Up to this many files are an edit being judged, to be built again soon;
/// more are a batch, where saving the compiler's state costs more than it saves.
pub const FEW: usize = 3;

/// What the builds of a run came to.
#[derive(Debug, Default)]
pub struct Builds {
    pub native: Built,
    pub model: Built,
    /// Wall time, shared out over the files.
    pub seconds_each: f64,
}

/// Builds everything but speed measurements.
pub fn build(scratch: &Scratch, entries: &[Entry<'_>], sink: &dyn Sink) -> Result<Builds, Error> {
    let start = Instant::now();
    let modelled: Vec<Entry<'_>> =
        entries.iter().filter(|entry| entry.has_cases(Build::Model)).cloned().collect();
    let used = [(Build::Native, entries), (Build::Model, &modelled[..])];
    if used.iter().any(|(build, entries)| !entries.is_empty() && is_first(scratch, *build)) {
        sink.event(Event::Preparing);
    }
    let (native, model) = std::thread::scope(|scope| {
        let model = scope.spawn(|| one(scratch, Build::Model, &modelled, sink));
        let native = one(scratch, Build::Native, entries, sink);
        (native, model.join().expect("building does not panic"))
    });
    #[expect(clippy::cast_precision_loss, reason = "nobody judges that many files")]
    let seconds_each = start.elapsed().as_secs_f64() / entries.len().max(1) as f64;
    Ok(Builds { native: native?, model: model?, seconds_each })
}

/// Builds the speed measurements of some entries of a run that is laid out.
pub fn build_speed(
    scratch: &Scratch,
    entries: &[&Entry<'_>],
    sink: &dyn Sink,
) -> Result<Built, Error> {
    let packages = entries.iter().map(|entry| Packages::of(entry).speed).collect();
    call(scratch, Build::Native, packages, true, sink)
}

/// Builds the mutants of some entries against the stand-ins.
pub fn build_witnesses(
    scratch: &Scratch,
    entries: &[&Entry<'_>],
    sink: &dyn Sink,
) -> Result<Built, Error> {
    if is_first(scratch, Build::Model) {
        sink.event(Event::Preparing);
    }
    scratch.lay_out_witnesses(entries)?;
    let packages = entries.iter().map(|entry| Packages::of(entry).witness).collect();
    call(scratch, Build::Model, packages, false, sink)
}

/// Builds one package of a workspace that is laid out, as it is to run.
pub fn build_to_run(
    scratch: &Scratch,
    build: Build,
    package: String,
    sink: &dyn Sink,
) -> Result<Built, Error> {
    if is_first(scratch, build) {
        sink.event(Event::Preparing);
    }
    call(scratch, build, vec![package], true, sink)
}

pub fn is_first(scratch: &Scratch, build: Build) -> bool {
    !scratch.folder(build).join("target").exists()
}

/// Whether judged files are instrumented: in model builds, where the toolchain
/// can. Where it cannot, the program says so itself.
pub fn is_instrumented(scratch: &Scratch, build: Build) -> Result<bool, Error> {
    match instrument::toolchain() {
        Some(toolchain) if build == Build::Model => {
            scratch.remembered(build, "instrumented", &toolchain, instrument::is_possible)
        }
        _ => Ok(false),
    }
}

fn one(
    scratch: &Scratch,
    build: Build,
    entries: &[Entry<'_>],
    sink: &dyn Sink,
) -> Result<Built, Error> {
    if entries.is_empty() {
        return Ok(Built::default());
    }
    scratch.lay_out(build, entries)?;
    let mut packages: Vec<_> = entries.iter().map(|entry| Packages::of(entry).hidden).collect();
    if build == Build::Native {
        let bound = entries.iter().filter(|entry| entry.exercise.files.bounds.is_some());
        packages.extend(bound.map(|entry| Packages::of(entry).bounds));
    }
    call(scratch, build, packages, false, sink)
}

fn call(
    scratch: &Scratch,
    build: Build,
    packages: Vec<String>,
    release: bool,
    sink: &dyn Sink,
) -> Result<Built, Error> {
    let workspace = &scratch.folder(build);
    let again = packages.len() <= FEW;
    let instrumented = is_instrumented(scratch, build)?;
    ours(&Request { workspace, packages, tests: false, release, instrumented, again }, sink)
}

/// A build in which everything but the judged files has to compile.
pub fn ours(request: &Request<'_>, sink: &dyn Sink) -> Result<Built, Error> {
    let built = cargo::build(request, &|| sink.event(Event::Preparing))?;
    match built.foreign.first() {
        None => Ok(built),
        Some(error) => Err(Error::fault(format!(
            "`{}`, which judged programs are linked with, does not compile:\n{}",
            error.target, error.rendered
        ))),
    }
}
