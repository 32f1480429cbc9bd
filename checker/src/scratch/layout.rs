//! Which packages a run needs and what stands in their files.

use super::crates::Crates;
use super::entry::{Build, Entry};
use super::manifest::{Dependencies, Lints, Manifest, Members, Package, Target, Workspace};
use super::manifest::{profiles, renamed};
use crate::error::Error;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The files of one workspace, relative to its folder, and what they hold.
#[derive(Debug, Default)]
pub struct Layout {
    pub files: BTreeMap<PathBuf, String>,
    members: BTreeSet<String>,
    /// `[patch.crates-io]`.
    pub patches: Dependencies,
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
    pub bounds: String,
    pub speed: String,
    /// The hidden file of mutants in the model build.
    pub witness: String,
}

impl Packages {
    pub fn of(entry: &Entry<'_>) -> Self {
        let learner = entry.package();
        let hidden = format!("{learner}--hidden");
        let bounds = format!("{learner}--bounds");
        let speed = format!("{learner}--speed");
        let witness = format!("{learner}--witness");
        Self { learner, hidden, bounds, speed, witness }
    }
}

impl Layout {
    pub(super) fn package(&mut self, manifest: &Manifest) -> Result<(), Error> {
        let name = manifest.package.name.clone();
        self.files.insert(Path::new(&name).join("Cargo.toml"), write_toml(manifest)?);
        self.members.insert(name);
        Ok(())
    }

    /// The judged file, as a library of its own.
    pub(super) fn learner(
        &mut self,
        entry: &Entry<'_>,
        dependencies: Dependencies,
    ) -> Result<(), Error> {
        self.files.insert(entry.built_as().into(), entry.source.clone());
        self.package(&learner_manifest(entry, dependencies))
    }

    pub(super) fn workspace(mut self, build: Build, patches: Dependencies) -> Result<Self, Error> {
        let mut patch = BTreeMap::new();
        if !patches.is_empty() {
            self.patches.clone_from(&patches);
            patch.insert("crates-io", patches);
        }
        let members = Members { resolver: "3", members: self.members.iter().cloned().collect() };
        let workspace = Workspace { workspace: members, profile: profiles(build), patch };
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
        layout.learner(entry, learner)?;
        let hidden_dependencies = if entry.has_cases(build) {
            crates.hidden(build, allowed)?
        } else {
            layout
                .files
                .insert(Path::new(&Packages::of(entry).hidden).join("lib.rs"), String::new());
            crates.learner(build, &[])?
        };
        layout.package(&hidden(root, entry, build, hidden_dependencies))?;
        let files = &entry.exercise.files;
        if let (Build::Native, Some(path)) = (build, &files.bounds) {
            layout.package(&bounds(root.join(path), entry, crates.learner(build, allowed)?))?;
        }
        if build == Build::Native && files.speed.is_some() {
            layout.package(&ours(root, entry, crates.learner(build, allowed)?))?;
            layout.package(&speed(root, entry, crates.hidden(build, allowed)?))?;
        }
    }
    let used: Vec<&Dependencies> = used.iter().collect();
    layout.workspace(build, crates.patches(build, &used))
}

/// The workspace of a model build of these entries' mutants.
pub fn witnesses(root: &Path, crates: &Crates, entries: &[&Entry<'_>]) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let mut used = Vec::new();
    for entry in entries {
        let allowed = &entry.exercise.meta.crates;
        let learner = crates.learner(Build::Model, allowed)?;
        used.push(learner.clone());
        layout.learner(entry, learner)?;
        let mutants = programs(root, entry, [("mutants", &entry.exercise.files.mutants)]);
        layout.package(&Manifest {
            package: Package::new(Packages::of(entry).witness),
            lib: None,
            bin: mutants,
            dependencies: with_learner(entry, crates.hidden(Build::Model, allowed)?),
            lints: None,
        })?;
    }
    let used: Vec<&Dependencies> = used.iter().collect();
    layout.workspace(Build::Model, crates.patches(Build::Model, &used))
}

/// The workspace of one build of files that are no exercise's.
pub fn explored(crates: &Crates, build: Build, files: &[&Explored]) -> Result<Layout, Error> {
    let mut layout = Layout::default();
    let dependencies = crates.explored(build)?;
    for file in files {
        layout.files.insert(file.built_as().into(), file.source.clone());
        layout.package(&Manifest {
            package: Package::new(file.package.clone()),
            lib: Some(Target::new("explored", "lib.rs")),
            bin: Vec::new(),
            dependencies: dependencies.clone(),
            lints: None,
        })?;
    }
    layout.workspace(build, crates.patches(build, &[&dependencies]))
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
fn hidden(root: &Path, entry: &Entry<'_>, build: Build, dependencies: Dependencies) -> Manifest {
    let files = &entry.exercise.files;
    let programs = match build {
        Build::Native => [("tests", &files.tests), ("mutants", &files.mutants)],
        Build::Model => [("model", &files.model), ("answer", &files.answer)],
        Build::Timeline | Build::Span => [("timeline", &files.timeline), ("speed", &files.speed)],
    };
    let name = Packages::of(entry).hidden;
    let lib = Target::new(name.replace('-', "_"), "lib.rs");
    Manifest {
        package: Package::new(name),
        lib: (!entry.has_cases(build)).then_some(lib),
        bin: self::programs(root, entry, programs),
        dependencies: with_learner(entry, dependencies),
        lints: None,
    }
}

/// The hidden files that are there, as programs.
fn programs<const N: usize>(
    root: &Path,
    entry: &Entry<'_>,
    files: [(&str, &Option<PathBuf>); N],
) -> Vec<Target> {
    let there = files.into_iter().filter_map(|(program, path)| Some((program, path.as_ref()?)));
    let target = |(program, path)| Target::new(program_name(entry, program), root.join(path));
    there.map(target).collect()
}

/// Name of a program; they share a folder, so no two of a run are named alike.
pub fn program_name(entry: &Entry<'_>, program: &str) -> String {
    format!("{}--{program}", entry.package())
}

/// Hidden files call the learner's crate `learner`, whatever its own name.
pub(super) fn with_learner(entry: &Entry<'_>, mut dependencies: Dependencies) -> Dependencies {
    let package = entry.package();
    let folder = Path::new("..").join(&package);
    dependencies.insert("learner".into(), renamed(&package, &folder));
    dependencies
}

/// What must not compile is a library: it is never run.
fn bounds(path: PathBuf, entry: &Entry<'_>, dependencies: Dependencies) -> Manifest {
    let package = Packages::of(entry).bounds;
    Manifest {
        lib: Some(Target::new(package.replace('-', "_"), path)),
        package: Package::new(package),
        bin: Vec::new(),
        dependencies: with_learner(entry, dependencies),
        lints: None,
    }
}

/// Our solution as the crate `ours`, for the learner's speed to be compared with.
pub(super) fn ours(root: &Path, entry: &Entry<'_>, dependencies: Dependencies) -> Manifest {
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
    Manifest {
        package: Package::new(Packages::of(entry).speed),
        lib: None,
        bin: programs(root, entry, [("speed", &entry.exercise.files.speed)]),
        dependencies,
        lints: None,
    }
}

fn write_toml<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    toml::to_string(value).map_err(|source| Error::fault(format!("scratch manifest: {source}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::catalog::tests::{workspace, write};
    use crate::exercise::Exercise;

    const KEY: &str = "03_locks/04_bank_transfer";

    fn root() -> tempfile::TempDir {
        let root = workspace(&[KEY]);
        let write = |file: &str, text: &str| write(root.path(), file, text);
        write("Cargo.toml", "[workspace.dependencies]\nparking_lot = \"0.13\"\nrayon = \"1\"\n");
        for (folder, package) in
            [("std", "standin_std"), ("core", "standin_core"), ("rayon-core", "rayon-core")]
        {
            let manifest = format!("[package]\nname = \"{package}\"\n");
            write(&format!("checker/standins/{folder}/Cargo.toml"), &manifest);
        }
        for file in ["tests.rs", "model.rs"] {
            write(&format!("checker/hidden/{KEY}/{file}"), "");
        }
        root
    }

    fn exercise(root: &Path, crates: &[&str]) -> Exercise {
        let mut exercise = Catalog::load(root).unwrap().exercises()[0].clone();
        exercise.meta.crates = crates.iter().map(|&name| name.to_owned()).collect();
        exercise
    }

    fn lay_out(root: &Path, build: Build, crates: &[&str], variants: &[&str]) -> Layout {
        let exercise = &exercise(root, crates);
        let entry = |variant: &&str| Entry {
            exercise,
            variant: (*variant).to_owned(),
            shown: "lib.rs".into(),
            source: "// theirs\n".into(),
        };
        let all: Vec<_> = variants.iter().map(entry).collect();
        entries(root, &Crates::read(root).unwrap(), build, &all).unwrap()
    }

    fn manifest(layout: &Layout, package: &str) -> toml::Table {
        layout.files[&Path::new(package).join("Cargo.toml")].parse().unwrap()
    }

    #[test]
    fn the_file_is_copied_and_its_crate_named_after_the_slug() {
        let root = root();
        let layout = lay_out(root.path(), Build::Native, &["parking_lot"], &["learner"]);
        assert_eq!(layout.files[Path::new("bank-transfer--learner/lib.rs")], "// theirs\n");
        let learner = manifest(&layout, "bank-transfer--learner");
        assert_eq!(learner["lib"]["name"].as_str(), Some("bank_transfer"));
        assert_eq!(learner["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
        assert_eq!(learner["dependencies"]["parking_lot"].as_str(), Some("0.13"));
        let hidden = manifest(&layout, "bank-transfer--learner--hidden");
        assert_eq!(hidden["bin"][0]["name"].as_str(), Some("bank-transfer--learner--tests"));
        let path = hidden["dependencies"]["learner"]["path"].as_str();
        assert_eq!(path, Some("../bank-transfer--learner"));
    }

    #[test]
    fn a_model_build_swaps_std_and_patches_rayon() {
        let root = root();
        let layout = lay_out(root.path(), Build::Model, &["rayon"], &["learner"]);
        let learner = manifest(&layout, "bank-transfer--learner");
        for name in ["std", "core"] {
            let package = learner["dependencies"][name]["package"].as_str();
            assert_eq!(package, Some(format!("standin_{name}").as_str()));
        }
        assert_eq!(learner["dependencies"]["rayon"].as_str(), Some("1"));
        let workspace: toml::Table = layout.files[Path::new("Cargo.toml")].parse().unwrap();
        assert!(workspace["patch"]["crates-io"].get("rayon-core").is_some());
        let plain = lay_out(root.path(), Build::Model, &[], &["learner"]);
        assert!(!plain.files[Path::new("Cargo.toml")].contains("patch"));
    }

    #[test]
    fn variants_of_one_exercise_are_built_side_by_side() {
        let root = root();
        let layout = lay_out(root.path(), Build::Native, &[], &["learner", "wrong-late"]);
        let workspace: toml::Table = layout.files[Path::new("Cargo.toml")].parse().unwrap();
        assert_eq!(workspace["workspace"]["members"].as_array().unwrap().len(), 4);
    }

    #[test]
    fn a_crate_the_workspace_does_not_name_is_a_fault() {
        let root = root();
        let crates = Crates::read(root.path()).unwrap();
        let error = crates.learner(Build::Native, &["tokio".to_owned()]).unwrap_err();
        assert!(error.to_string().contains("`tokio`"));
    }
}
