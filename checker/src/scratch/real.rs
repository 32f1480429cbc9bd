//! Real crates that a build compiles anew, on its own `std`.
//!
//! The package is generated: the real crate's manifest, with its source where
//! cargo keeps it and one dependency more, which is called `std`. rustc then
//! means the stand-in wherever the crate says `std`, as it does for the
//! learner's own file, and the crate's atomics and locks are part of the model.

use super::Locate;
use super::manifest::Dependencies;
use crate::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// The package's `Cargo.toml`. `folder` is a workspace that is made to find
/// where the source is, with the versions of `lock`.
pub fn manifest(
    folder: &Path,
    name: &str,
    dependency: toml::Value,
    lock: &str,
    (std, locate): (toml::Value, Locate),
) -> Result<String, Error> {
    // Asking cargo takes a moment.
    let is_there = |path: &str| Path::new(path).is_file();
    let original = super::remembered(&folder.join("located"), lock, is_there, || {
        let found = located(folder, name, dependency, lock, locate)?;
        Ok(found.display().to_string())
    })?;
    let original = PathBuf::from(original);
    let text =
        fs::read_to_string(&original).map_err(|source| Error::file("read", &original, &source))?;
    on_stand_in(&text, original.parent().unwrap_or(Path::new("")), std)
        .ok_or_else(|| Error::fault(format!("cannot read {}", original.display())))
}

fn located(
    folder: &Path,
    name: &str,
    dependency: toml::Value,
    lock: &str,
    locate: Locate,
) -> Result<PathBuf, Error> {
    let dependencies = Dependencies::from([(name.to_owned(), dependency)]);
    let mut manifest = toml::Table::new();
    let package = [("name", "located"), ("version", "0.0.0"), ("edition", "2024")];
    let package: toml::Table =
        package.into_iter().map(|(key, value)| (key.to_owned(), value.into())).collect();
    manifest.insert("package".into(), package.into());
    manifest.insert("workspace".into(), toml::Table::new().into());
    manifest.insert("dependencies".into(), toml::Table::from_iter(dependencies).into());
    super::write_if_changed(&folder.join("Cargo.toml"), manifest.to_string().as_bytes())?;
    super::write_if_changed(&folder.join("src").join("lib.rs"), b"")?;
    super::write_if_changed(&folder.join("Cargo.lock"), lock.as_bytes())?;
    locate(folder, name)
}

/// The manifest `text` with its library at `source` and on the stand-in `std`.
fn on_stand_in(text: &str, source: &Path, std: toml::Value) -> Option<String> {
    const KEPT: [&str; 4] = ["package", "features", "lib", "dependencies"];
    let mut manifest: toml::Table = text.parse().ok()?;
    manifest.retain(|key, _| KEPT.contains(&key));
    let package = manifest.get_mut("package")?.as_table_mut()?;
    // What stands beside the manifest is not here.
    package.retain(|key, _| ["name", "version", "edition", "rust-version"].contains(&key));
    let lib = manifest.entry("lib").or_insert_with(|| toml::Table::new().into());
    let lib = lib.as_table_mut()?;
    let path = lib.get("path").and_then(toml::Value::as_str).unwrap_or("src/lib.rs");
    let path = source.join(path).display().to_string();
    lib.insert("path".into(), path.into());
    lib.insert("doctest".into(), false.into());
    let dependencies = manifest.get_mut("dependencies")?.as_table_mut()?;
    dependencies.insert("std".into(), std);
    Some(manifest.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::manifest::renamed;

    #[test]
    fn a_real_crate_gets_a_std_beside_its_own_dependencies() {
        let text = r#"
            [package]
            name = "rayon"
            version = "1.12.0"
            edition = "2021"
            readme = "README.md"
            [lib]
            name = "rayon"
            path = "src/lib.rs"
            [[test]]
            name = "chars"
            path = "tests/chars.rs"
            [dependencies.either]
            version = "1"
            [dev-dependencies.rand]
            version = "0.9"
        "#;
        let made = on_stand_in(
            text,
            Path::new("/registry/rayon"),
            renamed("standin_std", Path::new("/standins/std")),
        );
        let made: toml::Table = made.unwrap().parse().unwrap();
        assert_eq!(made["lib"]["path"].as_str(), Some("/registry/rayon/src/lib.rs"));
        assert_eq!(made["dependencies"]["std"]["path"].as_str(), Some("/standins/std"));
        assert_eq!(made["dependencies"]["either"]["version"].as_str(), Some("1"));
        assert_eq!(made["package"]["edition"].as_str(), Some("2021"));
        assert!(!made.contains_key("test") && !made.contains_key("dev-dependencies"));
        assert!(!made["package"].as_table().unwrap().contains_key("readme"));
    }
}
