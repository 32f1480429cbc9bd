//! The compiler cargo uses: which file it is, and what it says it is.

use crate::error::Error;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// What `rustc -vV` says.
pub fn version() -> Result<String, Error> {
    let rustc = path().unwrap_or_else(|| "rustc".into());
    let broken = |reason: String| {
        Error::fault(format!("cannot ask {} for its version: {reason}", rustc.display()))
            .advice("`rustc --version` must work in this terminal; https://rustup.rs installs it.")
    };
    let output = Command::new(&rustc).arg("-vV").output();
    let output = output.map_err(|error| broken(error.to_string()))?;
    if !output.status.success() {
        return Err(broken(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// `RUSTC`, else the one beside the running cargo, else the first on the path.
pub fn path() -> Option<PathBuf> {
    find(|name| std::env::var_os(name))
}

fn find(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let name = format!("rustc{}", std::env::consts::EXE_SUFFIX);
    let beside_cargo = || Some(PathBuf::from(variable("CARGO")?).parent()?.join(&name));
    let on_path = || {
        let path = variable("PATH")?;
        std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
    };
    let candidates = [variable("RUSTC").map(PathBuf::from), beside_cargo(), on_path()];
    candidates.into_iter().flatten().find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_beside_cargo_comes_before_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let rustc = folder.path().join(format!("rustc{}", std::env::consts::EXE_SUFFIX));
        std::fs::write(&rustc, "").unwrap();
        let cargo = folder.path().join("cargo").into_os_string();
        let found = find(|name| (name == "CARGO").then(|| cargo.clone()));
        assert_eq!(found, Some(rustc));
        assert_eq!(find(|_| None), None);
    }
}
