//! Digests of what a judgement rests on: when one differs, judge again.

use crate::cargo::compiler;
use crate::error::Error;
use crate::exercise::{Exercise, Files};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What decides how everything is built.
const MANIFESTS: [&str; 3] = ["Cargo.lock", "Cargo.toml", "rust-toolchain.toml"];

/// What the checker itself is made of, below `checker/`.
const TOOLS: [&str; 4] = ["standins", "harness", "facts", "src"];

/// The digest of some bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hexadecimal(Sha256::new_with_prefix(bytes))
}

/// The key of a judgement: equal keys are judged alike.
pub fn judgement(exercise: &Exercise, source: &[u8], tools: &str) -> Result<String, Error> {
    let mut hasher = Sha256::new();
    absorb(&mut hasher, tools.as_bytes());
    absorb(&mut hasher, source);
    for file in rests_on(&exercise.files) {
        absorb(&mut hasher, file.as_os_str().as_encoded_bytes());
        absorb(&mut hasher, &read(file)?);
    }
    Ok(hexadecimal(hasher))
}

/// The digest of the checker's sources, the locked dependencies and the toolchain.
pub fn tools(root: &Path, toolchain: &str) -> Result<String, Error> {
    let mut files = MANIFESTS.map(|name| root.join(name)).to_vec();
    for tool in TOOLS {
        collect(&root.join("checker").join(tool), &mut files)?;
    }
    files.sort();
    let mut hasher = Sha256::new();
    absorb(&mut hasher, toolchain.as_bytes());
    for file in files.iter().filter(|file| file.exists()) {
        let name = file.strip_prefix(root).unwrap_or(file);
        absorb(&mut hasher, name.as_os_str().as_encoded_bytes());
        absorb(&mut hasher, &read(file)?);
    }
    Ok(hexadecimal(hasher))
}

/// Names the compiler by its file's path, size and time: different whenever the
/// compiler is, and cheap. Asking it for its version takes longer than all else
/// that an unchanged exercise needs.
pub fn toolchain() -> String {
    let mut stamp = std::env::var("RUSTUP_TOOLCHAIN").unwrap_or_default();
    if let Some(rustc) = compiler::path() {
        let about = fs::metadata(&rustc).ok();
        let about = about.map(|about| (about.len(), about.modified().ok()));
        stamp.push_str(&format!("\n{}\n{about:?}", rustc.display()));
    }
    for file in rustup_state() {
        stamp.push_str(&digest(&fs::read(file).unwrap_or_default()));
    }
    digest(stamp.as_bytes())
}

/// The files that change with rustup's toolchains; its front door, found on the
/// path, stays the same whatever is behind it.
fn rustup_state() -> Vec<PathBuf> {
    let home = std::env::var_os("RUSTUP_HOME").map(PathBuf::from);
    let Some(home) = home.or_else(|| Some(std::env::home_dir()?.join(".rustup"))) else {
        return Vec::new();
    };
    let hashes = fs::read_dir(home.join("update-hashes")).into_iter().flatten();
    let mut files: Vec<_> = hashes.flatten().map(|entry| entry.path()).collect();
    files.push(home.join("settings.toml"));
    files.sort();
    files
}

/// Every file but the learner's that decides about an exercise.
fn rests_on(files: &Files) -> impl Iterator<Item = &PathBuf> {
    let Files { tests, model, answer, mutants, speed, bounds, runs, .. } = files;
    let hidden = [tests, model, answer, mutants, speed, bounds, runs];
    [&files.meta, &files.solution].into_iter().chain(hidden.into_iter().flatten())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry.map_err(|error| Error::file("read", folder, &error))?;
        let kind = entry.file_type().map_err(|error| Error::file("read", folder, &error))?;
        if kind.is_dir() && entry.file_name() != "target" {
            collect(&entry.path(), files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// With its length first, so that no two lists of parts read alike.
fn absorb(hasher: &mut Sha256, part: &[u8]) {
    hasher.update((part.len() as u64).to_le_bytes());
    hasher.update(part);
}

fn read(file: &Path) -> Result<Vec<u8>, Error> {
    fs::read(file).map_err(|error| Error::file("read", file, &error))
}

fn hexadecimal(hasher: Sha256) -> String {
    hasher.finalize().iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string succeeds");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_sha256() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest(b""), empty);
    }

    #[test]
    fn an_edited_stand_in_changes_the_tools() {
        let root = tempfile::tempdir().unwrap();
        let standins = root.path().join("checker/standins/std");
        fs::create_dir_all(standins.join("target")).unwrap();
        fs::write(standins.join("lib.rs"), "one").unwrap();
        let before = tools(root.path(), "rustc").unwrap();
        fs::write(standins.join("target/built"), "built").unwrap();
        assert_eq!(tools(root.path(), "rustc").unwrap(), before);
        assert_ne!(tools(root.path(), "another rustc").unwrap(), before);
        fs::write(standins.join("lib.rs"), "two").unwrap();
        assert_ne!(tools(root.path(), "rustc").unwrap(), before);
    }
}
