//! Which packages a run needs and what stands in their files.

use super::crates::Crates;
use super::manifest::{Dependencies, Lints, Manifest, Members, Package, Target, Workspace};
use super::manifest::{profiles, renamed};
use super::entry::{Build, Entry};
use crate::error::Error;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The files of one workspace, relative to its folder, and what they hold.
#[derive(Debug, Default)]
pub struct Layout {
    pub files: BTreeMap<PathBuf, String>,
    members: BTreeSet<String>,
}

/// A Rust file that is no exercise's.
#[derive(Debug)]
pub struct Explored {
    pub package: String,
    pub source: String,
}

impl Explored {
    /// The file as compilers and running programs name it.
    pub fn built_as(&self) -> String {
        format!("{}/lib.rs", self.package)
    }
}

/// Names of an entry's packages; their folders are named alike.
#[derive(Debug)]
pub struct Packages {
    pub learner: String,
    pub hidden: String,
    pub speed: String,
}

impl Packages {
    pub fn of(entry: &Entry<'_>) -> Self {
        let learner = entry.package();
        let hidden = format!("{learner}--hidden");
        let speed = format!("{learner}--speed");
        Self { learner, hidden, speed }
    }
}

impl Layout {
    fn package(&mut self, manifest: &Manifest) -> Result<(), Error> {
        let name = manifest.package.name.clone();
        self.files.insert(Path::new(&name).join("Cargo.toml"), write_toml(manifest)?);
        self.members.insert(name);
        Ok(())
    }

    fn workspace(mut self, patches: Dependencies) -> Result<Self, Error> {
        let mut patch = BTreeMap::new();
        if !patches.is_empty() {
            patch.insert("crates-io", patches);
        }
        let members = Members { resolver: "3", members: self.members.iter().cloned().collect() };
        let workspace = Workspace { workspace: members, profile: profiles(), patch };
        self.files.insert("Cargo.toml".into(), write_toml(&workspace)?);
        Ok(self)
    }
}

/// The workspace of one build of these entries.
pub fn entries(
    root: &Path,
    crates: &Crates,
    build: Build,
    entries: &[Entry<'_>],
) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let mut used = Vec::new();
    for entry in entries {
        let allowed = &entry.exercise.meta.crates;
        let learner = crates.learner(build, allowed)?;
        used.push(learner.clone());
        layout.files.insert(entry.built_as().into(), entry.source.clone());
        layout.package(&learner_manifest(entry, learner))?;
        let hidden_dependencies = if entry.has_cases(build) {
            crates.hidden(build, allowed)?
        } else {
            layout.files.insert(Path::new(&Packages::of(entry).hidden).join("lib.rs"), String::new());
            crates.learner(build, &[])?
        };
        layout.package(&hidden(root, entry, build, hidden_dependencies))?;
        if build == Build::Native && entry.exercise.files.speed.is_some() {
            layout.package(&ours(root, entry, crates.learner(build, allowed)?))?;
            layout.package(&speed(root, entry, crates.hidden(build, allowed)?))?;
        }
    }
    let used: Vec<&Dependencies> = used.iter().collect();
    layout.workspace(crates.patches(build, &used))
}

/// The workspace of one build of a file that is no exercise's.
pub fn explored(crates: &Crates, build: Build, file: &Explored) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let dependencies = crates.explored(build)?;
    let patches = crates.patches(build, &[&dependencies]);
    layout.files.insert(file.built_as().into(), file.source.clone());
    layout.package(&Manifest {
        package: Package::new(file.package.clone()),
        lib: Some(Target::new("explored", "lib.rs")),
        bin: Vec::new(),
        dependencies,
        lints: None,
    })?;
    layout.workspace(patches)
}

fn learner_manifest(entry: &Entry<'_>, dependencies: Dependencies) -> Manifest {
    let exercise = entry.exercise;
    Manifest {
        package: Package::new(entry.package()),
        lib: Some(Target::new(exercise.key.crate_name(), "lib.rs")),
        bin: Vec::new(),
        dependencies,
        lints: (!exercise.meta.allows_unsafe).then(Lints::no_unsafe),
    }
}

/// Hidden files are programs, built where they lie. Without any, an empty
/// library stands for them: only what something depends on keeps a file name
/// of its own in cargo's target directory, and variants have one crate name.
fn hidden(
    root: &Path,
    entry: &Entry<'_>,
    build: Build,
    dependencies: Dependencies,
) -> Manifest {
    let files = &entry.exercise.files;
    let programs = match build {
        Build::Native => [("tests", &files.tests), ("mutants", &files.mutants)],
        Build::Model => [("model", &files.model), ("answer", &files.answer)],
    };
    let name = Packages::of(entry).hidden;
    let lib = Target::new(name.replace('-', "_"), "lib.rs");
    let bin = programs
        .into_iter()
        .filter_map(|(program, path)| Some((program, path.as_ref()?)))
        .map(|(program, path)| Target::new(program_name(entry, program), root.join(path)))
        .collect();
    Manifest {
        package: Package::new(name),
        lib: (!entry.has_cases(build)).then_some(lib),
        bin,
        dependencies: with_learner(entry, dependencies),
        lints: None,
    }
}

/// Name of a program; they share a folder, so no two of a run are named alike.
pub fn program_name(entry: &Entry<'_>, program: &str) -> String {
    format!("{}--{program}", entry.package())
}

/// Hidden files call the learner's crate `learner`, whatever its own name.
fn with_learner(entry: &Entry<'_>, mut dependencies: Dependencies) -> Dependencies {
    let package = entry.package();
    let folder = Path::new("..").join(&package);
    dependencies.insert("learner".into(), renamed(&package, &folder));
    dependencies
}

/// Our solution as the crate `ours`, for the learner's speed to be compared with.
fn ours(root: &Path, entry: &Entry<'_>, dependencies: Dependencies) -> Manifest {
    let path = root.join(&entry.exercise.files.solution);
    Manifest {
        package: Package::new(ours_name(entry)),
        lib: Some(Target::new("ours", path)),
        bin: Vec::new(),
        dependencies,
        lints: None,
    }
}

/// Name of the package that holds our solution.
pub fn ours_name(entry: &Entry<'_>) -> String {
    format!("{}--ours", entry.exercise.key.slug())
}

fn speed(root: &Path, entry: &Entry<'_>, dependencies: Dependencies) -> Manifest {
    let mut dependencies = with_learner(entry, dependencies);
    let ours = ours_name(entry);
    dependencies.insert("ours".into(), renamed(&ours, &Path::new("..").join(&ours)));
    let path = entry.exercise.files.speed.as_ref();
    let bin = path.map(|path| Target::new(program_name(entry, "speed"), root.join(path)));
    Manifest {
        package: Package::new(Packages::of(entry).speed),
        lib: None,
        bin: bin.into_iter().collect(),
        dependencies,
        lints: None,
    }
}

fn write_toml<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    toml::to_string(value).map_err(|source| Error::fault(format!("scratch manifest: {source}")))
}
