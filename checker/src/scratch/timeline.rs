//! Which packages a timeline needs: the file on the recording `std`, and the
//! program that runs it.

use super::crates::Crates;
use super::entry::{Build, Entry};
use super::layout::{Explored, Layout, ours, ours_name, program_name, with_learner};
use super::manifest::{Manifest, Package, Target, renamed};
use crate::error::Error;
use std::path::Path;

/// The name under which the generated program knows the file.
const LIBRARY: &str = "program";

/// What [`Explored::source`] has to have behind its last line.
pub const ENTRY: &str = "__timeline";

/// Name of the package that holds the program.
pub fn runner_name(package: &str) -> String {
    format!("{package}--timeline")
}

/// The workspace of a program that is no exercise's.
pub fn program(crates: &Crates, file: &Explored) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let named: Vec<String> = crates.named_in(&file.source).map(str::to_owned).collect();
    layout.files.insert(file.built_as().into(), file.source.clone());
    let used = crates.learner(Build::Timeline, &named)?;
    layout.package(&Manifest {
        package: Package::new(file.package.clone()),
        lib: Some(Target::new(LIBRARY, "lib.rs")),
        bin: Vec::new(),
        dependencies: used.clone(),
        lints: None,
    })?;
    let name = runner_name(&file.package);
    let text = format!("fn main() {{\n    harness::timeline_main({LIBRARY}::{ENTRY})\n}}\n");
    layout.files.insert(Path::new(&name).join("main.rs"), text);
    let mut dependencies = crates.hidden(Build::Timeline, &[])?;
    let folder = Path::new("..").join(&file.package);
    dependencies.insert(LIBRARY.into(), renamed(&file.package, &folder));
    layout.package(&Manifest {
        lib: None,
        bin: vec![Target::new(name.clone(), "main.rs")],
        package: Package::new(name),
        dependencies,
        lints: None,
    })?;
    layout.workspace(Build::Timeline, crates.patches(Build::Timeline, &[&used]))
}

/// The workspace of an exercise: the learner's file and the hidden one that
/// makes a scene of it, which is the speed measurement's where it has no other.
pub fn entry(root: &Path, crates: &Crates, entry: &Entry<'_>) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let (allowed, files) = (&entry.exercise.meta.crates, &entry.exercise.files);
    let used = crates.learner(Build::Timeline, allowed)?;
    layout.learner(entry, used.clone())?;
    let mut dependencies = with_learner(entry, crates.hidden(Build::Timeline, allowed)?);
    if files.timeline.is_none() && files.speed.is_some() {
        let name = ours_name(entry);
        dependencies.insert("ours".into(), renamed(&name, &Path::new("..").join(&name)));
        layout.package(&ours(root, entry, crates.learner(Build::Timeline, allowed)?))?;
    }
    let scene = files
        .scene()
        .map(|(name, path)| vec![Target::new(program_name(entry, name), root.join(path))]);
    layout.package(&Manifest {
        package: Package::new(runner_name(&entry.package())),
        lib: None,
        bin: scene.unwrap_or_default(),
        dependencies,
        lints: None,
    })?;
    layout.workspace(Build::Timeline, crates.patches(Build::Timeline, &[&used]))
}
