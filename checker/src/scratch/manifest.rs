//! Generated `Cargo.toml` files, as data.

use super::entry::Build;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub type Dependencies = BTreeMap<String, toml::Value>;

/// `Cargo.toml` of a package.
#[derive(Debug, Serialize)]
pub struct Manifest {
    pub package: Package,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lib: Option<Target>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bin: Vec<Target>,
    pub dependencies: Dependencies,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lints: Option<Lints>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Package {
    pub name: String,
    version: &'static str,
    edition: &'static str,
    autobins: bool,
    publish: bool,
}

impl Package {
    pub fn new(name: String) -> Self {
        Self { name, version: "0.0.0", edition: "2024", autobins: false, publish: false }
    }
}

#[derive(Debug, Serialize)]
pub struct Target {
    pub name: String,
    pub path: PathBuf,
}

impl Target {
    pub fn new(name: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        Self { name: name.into(), path: path.into() }
    }
}

#[derive(Debug, Serialize)]
pub struct Lints {
    rust: BTreeMap<&'static str, &'static str>,
}

impl Lints {
    /// `forbid`, so that no attribute in the file can allow it again.
    pub fn no_unsafe() -> Self {
        Self { rust: BTreeMap::from([("unsafe_code", "forbid")]) }
    }
}

/// `Cargo.toml` of a workspace.
#[derive(Debug, Serialize)]
pub struct Workspace {
    pub workspace: Members,
    pub profile: BTreeMap<&'static str, Profile>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub patch: BTreeMap<&'static str, Dependencies>,
}

#[derive(Debug, Serialize)]
pub struct Members {
    pub resolver: &'static str,
    pub members: Vec<String>,
}

/// Measured on a file of 20 lines, edit to program: incremental 0.25 s, not
/// incremental 0.33 s; debug information would cost another 0.1 s.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Profile {
    debug: &'static str,
    incremental: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    opt_level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codegen_units: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strip: Option<&'static str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    package: BTreeMap<&'static str, Profile>,
}

/// What runs a million times while a file is judged, and is built to run fast.
/// Anything else is built fast: it is what a first run waits for (12 s against
/// 32 s with everything optimised, macros included). A package that a workspace
/// does not have is no error.
const HOT: [&str; 17] = [
    "corosensei",
    "crossbeam-channel",
    "crossbeam-deque",
    "crossbeam-epoch",
    "crossbeam-utils",
    "engine",
    "generator",
    "harness",
    "loom",
    "parking_lot",
    "parking_lot_core",
    "rayon",
    "rayon-core",
    "standin_crossbeam",
    "standin_loom",
    "standin_parking_lot",
    "standin_std",
];

/// Native programs need no debug information, and std's would make up most of
/// each: a tenth of the time that a batch of them is built in.
pub fn profiles(build: Build) -> BTreeMap<&'static str, Profile> {
    let linked = |opt_level, debug| Profile {
        debug,
        incremental: false,
        opt_level: Some(opt_level),
        codegen_units: None,
        strip: None,
        package: BTreeMap::new(),
    };
    let mut package = BTreeMap::from([("*", linked(0, "none"))]);
    // A backtrace must tell what a stand-in does from what the learner does.
    package.extend(HOT.map(|name| {
        let hot = linked(3, "line-tables-only");
        (name, Profile { codegen_units: Some(1), ..hot })
    }));
    let (opt_level, codegen_units) = (None, None);
    let strip = (build == Build::Native).then_some("debuginfo");
    let dev =
        Profile { debug: "none", incremental: true, opt_level, codegen_units, strip, package };
    BTreeMap::from([("dev", dev), ("release", linked(3, "none"))])
}

/// `{ package = "<package>", path = "<path>" }`
pub fn renamed(package: &str, path: &Path) -> toml::Value {
    let mut table = toml::Table::new();
    table.insert("package".into(), package.into());
    table.insert("path".into(), path.display().to_string().into());
    table.into()
}

/// The same with features.
pub fn renamed_with(package: &str, path: &Path, features: &[&str]) -> toml::Value {
    let mut value = renamed(package, path);
    if let Some(table) = value.as_table_mut() {
        table.insert("features".into(), features.to_vec().into());
    }
    value
}
