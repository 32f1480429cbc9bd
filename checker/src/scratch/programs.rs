//! Which packages an instrument needs: the file, on what the instrument puts in
//! the place of std and others, and the program that runs it.

use super::crates::Crates;
use super::entry::{Build, Entry};
use super::layout::{Explored, Layout, ours, ours_name, programs, with_learner};
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

/// The workspace of an exercise: the learner's file and the hidden one that
/// makes a scene of it: for a timeline the speed measurement's where it has no
/// other, and for everything else always.
pub fn entry(
    root: &Path,
    crates: &Crates,
    build: Build,
    entry: &Entry<'_>,
) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let (allowed, files) = (&entry.exercise.meta.crates, &entry.exercise.files);
    let library = crates.learner(build, allowed)?;
    layout.learner(entry, library.clone())?;
    let mut dependencies = with_learner(entry, crates.hidden(build, allowed)?);
    let scene = match &files.timeline {
        Some(_) if build == Build::Timeline => ("timeline", &files.timeline),
        _ => {
            let name = ours_name(entry);
            dependencies.insert("ours".into(), renamed(&name, &Path::new("..").join(&name)));
            layout.package(&ours(root, entry, library.clone()))?;
            ("speed", &files.speed)
        }
    };
    layout.package(&Manifest {
        package: Package::new(runner_name(&entry.package())),
        lib: None,
        bin: programs(root, entry, [scene]),
        dependencies,
        lints: None,
    })?;
    layout.workspace(build, crates.patches(build, &[&library]))
}
