//! Which crates a file may use, and what they are in each build.

use super::entry::Build;
use super::manifest::{Dependencies, renamed, renamed_with};
use crate::error::Error;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The real crates by version and the stand-ins by folder.
#[derive(Debug)]
pub struct Crates {
    /// `[workspace.dependencies]` of the root manifest.
    real: toml::Table,
    /// Name of the crate that is replaced → the stand-in.
    standins: BTreeMap<String, Standin>,
    harness: PathBuf,
    /// What the instruments put in the place of std and others.
    instruments: PathBuf,
}

#[derive(Debug)]
struct Standin {
    package: String,
    folder: PathBuf,
}

/// Swapped in every model build, whatever the exercise allows.
const ALWAYS: [&str; 2] = ["std", "core"];

/// Stand-ins for what comes with the compiler.
const SYSROOT: [&str; 3] = ["std", "core", "test"];

/// Stand-ins put in by `[patch.crates-io]`, below a crate that stays real.
const PATCHED: [&str; 1] = ["rayon-core"];

/// Real crates that a timeline builds on the recording `std`, so that it is known
/// what their threads wait for; and the crates above them.
const RECORDED: [(&str, &[&str]); 2] =
    [("rayon-core", &["rayon"]), ("crossbeam-channel", &["crossbeam", "crossbeam-channel"])];

impl Crates {
    pub fn read(root: &Path) -> Result<Self, Error> {
        let manifest = read_manifest(&root.join("Cargo.toml"))?;
        let real = manifest
            .get("workspace")
            .and_then(|workspace| workspace.get("dependencies"))
            .and_then(toml::Value::as_table)
            .cloned()
            .unwrap_or_default();
        let standins = read_standins(&root.join("checker").join("standins"))?;
        let checker = root.join("checker");
        let instruments = checker.join("instruments");
        Ok(Self { real, standins, harness: checker.join("harness"), instruments })
    }

    /// What a learner's file is linked with.
    pub fn learner(&self, build: Build, names: &[String]) -> Result<Dependencies, Error> {
        let mut dependencies = self.sysroot(build)?;
        for name in names {
            match build {
                Build::Model if self.standin(name).is_some() => {
                    self.insert_standin(&mut dependencies, name)?;
                }
                _ => {
                    dependencies.insert(name.clone(), self.real(name)?);
                }
            }
        }
        Ok(dependencies)
    }

    /// What a build has in the place of what comes with the compiler.
    fn sysroot(&self, build: Build) -> Result<Dependencies, Error> {
        let mut dependencies = Dependencies::new();
        match build {
            Build::Native => {}
            Build::Model => {
                for name in ALWAYS {
                    self.insert_standin(&mut dependencies, name)?;
                }
            }
            Build::Timeline => {
                let std = self.instruments.join("timeline").join("std");
                dependencies.insert("std".into(), renamed("timeline_std", &std));
            }
            Build::Span => {
                let std = self.instruments.join("span").join("std");
                dependencies.insert("std".into(), renamed("span_std", &std));
            }
        }
        Ok(dependencies)
    }

    /// What hidden files are linked with, beside the learner's file.
    pub fn hidden(&self, build: Build, names: &[String]) -> Result<Dependencies, Error> {
        let mut dependencies = self.learner(build, names)?;
        let features: &[&str] = match build {
            Build::Native => &[],
            Build::Model => &["model"],
            Build::Timeline => &["timeline"],
            Build::Span => &["span"],
        };
        let harness = renamed_with("harness", &self.harness, features);
        dependencies.insert("harness".into(), harness);
        Ok(dependencies)
    }

    /// What an explored file is linked with: everything there is a stand-in
    /// for, and real crates that run on stand-ins.
    pub fn explored(&self, build: Build) -> Result<Dependencies, Error> {
        let mut dependencies = self.sysroot(build)?;
        for name in self.standins.keys() {
            let real = name.trim_end_matches("-core");
            match build {
                Build::Model if !PATCHED.contains(&name.as_str()) => {
                    self.insert_standin(&mut dependencies, name)?;
                }
                _ if SYSROOT.contains(&name.as_str()) => {}
                _ => {
                    dependencies.insert(real.to_owned(), self.real(real)?);
                }
            }
        }
        Ok(dependencies)
    }

    /// The crates that a text speaks of, which is more than it may use.
    pub fn named_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        let offered = self.standins.keys().map(|name| name.trim_end_matches("-core"));
        let offered =
            offered.filter(|name| !SYSROOT.contains(name) && self.real.contains_key(*name));
        offered.filter(|name| text.contains(&name.replace('-', "_")))
    }

    /// `[patch.crates-io]` of a workspace, for what its packages use; cargo warns
    /// of a patch that nothing needs.
    pub fn patches(&self, build: Build, used: &[&Dependencies]) -> Dependencies {
        let needed = |name: &str| used.iter().any(|dependencies| dependencies.contains_key(name));
        let mut patches = Dependencies::new();
        match build {
            Build::Native => {}
            Build::Model => {
                for name in PATCHED {
                    let real = name.trim_end_matches("-core");
                    if let (true, Some(standin)) = (needed(real), self.standins.get(name)) {
                        patches.insert(name.into(), renamed(&standin.package, &standin.folder));
                        patches.insert(real.into(), renamed(real, Path::new(real)));
                    }
                }
            }
            Build::Timeline => {
                for (name, _) in
                    RECORDED.iter().filter(|(_, above)| above.iter().any(|it| needed(it)))
                {
                    patches.insert((*name).into(), renamed(name, Path::new(name)));
                }
            }
            Build::Span => {
                for name in
                    PATCHED.into_iter().filter(|name| needed(name.trim_end_matches("-core")))
                {
                    let folder = self.instruments.join("span").join(name);
                    patches.insert(name.into(), renamed(name, &folder));
                }
            }
        }
        patches
    }

    /// The crates that a workspace with these patches builds on another `std`, in
    /// folders named alike; each with what the root asks of it.
    pub fn built_anew(&self, build: Build, patches: &Dependencies) -> Result<Dependencies, Error> {
        let is_patched = |name: &str| patches.contains_key(name);
        match build {
            Build::Native | Build::Span => Ok(Dependencies::new()),
            Build::Model => {
                let names = PATCHED.into_iter().filter(|name| is_patched(name));
                let names = names.map(|name| name.trim_end_matches("-core"));
                names.map(|name| Ok((name.to_owned(), self.real(name)?))).collect()
            }
            Build::Timeline => {
                let names = RECORDED.iter().map(|(name, _)| *name).filter(|name| is_patched(name));
                // The lock file says which version.
                Ok(names.map(|name| (name.to_owned(), "*".into())).collect())
            }
        }
    }

    /// The `std` of a build that has one of its own.
    pub fn std(&self, build: Build) -> Result<toml::Value, Error> {
        let missing = || Error::fault("there is no stand-in for `std`");
        self.sysroot(build)?.remove("std").ok_or_else(missing)
    }

    fn standin(&self, name: &str) -> Option<&Standin> {
        self.standins.get(name).or_else(|| self.standins.get(&name.replace('-', "_")))
    }

    fn insert_standin(&self, to: &mut Dependencies, name: &str) -> Result<(), Error> {
        let standin = self
            .standin(name)
            .ok_or_else(|| Error::fault(format!("there is no stand-in for `{name}`")))?;
        to.insert(name.to_owned(), renamed(&standin.package, &standin.folder));
        Ok(())
    }

    fn real(&self, name: &str) -> Result<toml::Value, Error> {
        let found = self.real.get(name).cloned();
        found.ok_or_else(|| {
            Error::fault(format!("the crate `{name}` is not a dependency of the workspace"))
                .advice("Name it under [workspace.dependencies] in the root Cargo.toml.")
        })
    }
}

/// Folders below `standins/` are named after what they replace, except what
/// only stand-ins use.
fn read_standins(folder: &Path) -> Result<BTreeMap<String, Standin>, Error> {
    let mut standins = BTreeMap::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(source) => return Err(Error::file("read", folder, &source)),
    };
    for entry in entries.flatten() {
        let folder = entry.path();
        let manifest = folder.join("Cargo.toml");
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "engine" || !manifest.is_file() {
            continue;
        }
        if let Some(package) = package_name(&read_manifest(&manifest)?) {
            standins.insert(name, Standin { package, folder });
        }
    }
    Ok(standins)
}

fn package_name(manifest: &toml::Table) -> Option<String> {
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

fn read_manifest(path: &Path) -> Result<toml::Table, Error> {
    let text = fs::read_to_string(path).map_err(|source| Error::file("read", path, &source))?;
    text.parse().map_err(|source| Error::fault(format!("{}: {source}", path.display())))
}
