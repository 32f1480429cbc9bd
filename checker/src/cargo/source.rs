//! Where cargo keeps the source of a package of the registry.

use super::{command, needs_network};
use crate::error::Error;
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    source: Option<String>,
    manifest_path: PathBuf,
}

/// The manifest of `package`, which the workspace depends on; it is fetched
/// where it is not there yet.
pub fn source(workspace: &Path, package: &str) -> Result<PathBuf, Error> {
    let run = |online| {
        let mut command = command::metadata(workspace, online, std::env::vars_os());
        command.output().map_err(|source| Error::fault(format!("cannot start cargo: {source}")))
    };
    let mut output = run(false)?;
    if needs_network(&output) {
        output = run(true)?;
    }
    let found = read(&String::from_utf8_lossy(&output.stdout), package);
    found.ok_or_else(|| super::broken(&output))
}

fn read(output: &str, package: &str) -> Option<PathBuf> {
    let metadata: Metadata = serde_json::from_str(output).ok()?;
    let mut packages = metadata.packages.into_iter();
    let found = packages.find(|known| known.name == package && known.source.is_some())?;
    Some(found.manifest_path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_of_the_registry_is_found_by_name() {
        let output = r#"{"packages":[
            {"name":"rayon","source":null,"manifest_path":"/here/Cargo.toml"},
            {"name":"rayon","source":"registry+x","manifest_path":"/there/Cargo.toml"}]}"#;
        assert_eq!(read(output, "rayon"), Some("/there/Cargo.toml".into()));
        assert_eq!(read(output, "loom"), None);
        assert_eq!(read("", "rayon"), None);
    }
}
