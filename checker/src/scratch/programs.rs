//! Which packages an instrument needs: the file, on what the instrument puts in
//! the place of std and others, and the program that runs it.

use super::crates::Crates;
use super::entry::{Build, Entry};
use super::layout::{Explored, Layout, ours, ours_name, program_name, with_learner};
use super::manifest::{Manifest, Package, Target, renamed};
use crate::error::Error;
use std::path::Path;

/// The name under which the generated program knows the file.
pub const LIBRARY: &str = "program";

/// Name of the package that holds the program.
pub fn runner_name(package: &str) -> String {
    format!("{package}--runner")
}

/// The workspace of a file that is no exercise's. What `main` is to do is Rust
/// that knows the file as [`LIBRARY`] and has the harness.
pub fn program(
    crates: &Crates,
    build: Build,
    file: &Explored,
    main: &str,
) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let named: Vec<String> = crates.named_in(&file.source).map(str::to_owned).collect();
    let library = crates.learner(build, &named)?;
    layout.files.insert(file.built_as().into(), file.source.clone());
    layout.package(&Manifest {
        package: Package::new(file.package.clone()),
        lib: Some(Target::new(LIBRARY, "lib.rs")),
        bin: Vec::new(),
        dependencies: library.clone(),
        lints: None,
    })?;
    let name = runner_name(&file.package);
    let text = format!("fn main() {{\n    {main}\n}}\n");
    layout.files.insert(Path::new(&name).join("main.rs"), text);
    let mut dependencies = crates.hidden(build, &[])?;
    let folder = Path::new("..").join(&file.package);
    dependencies.insert(LIBRARY.into(), renamed(&file.package, &folder));
    layout.package(&Manifest {
        lib: None,
        bin: vec![Target::new(name.clone(), "main.rs")],
        package: Package::new(name),
        dependencies,
        lints: None,
    })?;
    layout.workspace(build, crates.patches(build, &[&library]))
}

/// The workspace of an exercise: the learner's file, and the hidden file of this
/// name that makes a program of it.
pub fn entry(
    root: &Path,
    crates: &Crates,
    build: Build,
    entry: &Entry<'_>,
    (name, hidden): (&str, &Path),
) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let allowed = &entry.exercise.meta.crates;
    let library = crates.learner(build, allowed)?;
    layout.learner(entry, library.clone())?;
    let mut dependencies = with_learner(entry, crates.hidden(build, allowed)?);
    if entry.exercise.files.speed.as_deref() == Some(hidden) {
        let ours_name = ours_name(entry);
        let folder = Path::new("..").join(&ours_name);
        dependencies.insert("ours".into(), renamed(&ours_name, &folder));
        layout.package(&ours(root, entry, library.clone()))?;
    }
    layout.package(&Manifest {
        package: Package::new(runner_name(&entry.package())),
        lib: None,
        bin: vec![Target::new(program_name(entry, name), root.join(hidden))],
        dependencies,
        lints: None,
    })?;
    layout.workspace(build, crates.patches(build, &[&library]))
}
