//! The repository that the tests look at, and the tools they run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("checker/ lies in the root")
}

/// Every file below a folder of the root, sorted, without what builds leave.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&root().join(folder), &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}")) {
        let path = entry.unwrap().path();
        if !path.is_dir() {
            found.push(path);
        } else if !path.ends_with("target") {
            collect(&path, found);
        }
    }
}

pub fn with_extension(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut files = files(folder);
    files.retain(|file| file.extension().is_some_and(|it| it == extension));
    files
}

/// The keys of all exercises, `03_locks/04_bank_transfer`.
pub fn keys() -> Vec<String> {
    let numbered = |name: &str| name.starts_with(|c: char| c.is_ascii_digit());
    let mut keys = Vec::new();
    for readme in with_extension("exercises", "md") {
        let key = shown(readme.parent().unwrap());
        let key = key.trim_start_matches("exercises/");
        if key.split('/').count() == 2 && key.split('/').all(numbered) {
            keys.push(key.to_owned());
        }
    }
    keys
}

pub fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", shown(file)))
}

/// A file as complaints name it.
pub fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string().replace('\\', "/")
}

/// Fails with all complaints at once: they are mended in one go.
pub fn agree(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The cargo that runs the tests, in the root.
pub fn cargo() -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// A target directory of its own, kept between runs: the usual one may be
/// locked by whoever started the tests, and other flags would build it anew.
pub fn target(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Whether a tool is installed; a test that needs it passes without it.
pub fn has(tool: &mut Command) -> bool {
    let found = tool.arg("--version").output().is_ok_and(|output| output.status.success());
    if !found {
        println!("skipped: {} is not installed", tool.get_program().display());
    }
    found
}

/// Runs a command to its end; fails with all it printed, if it fails.
pub fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{command:?} ended with {}\n{}{}",
        output.status,
        text(&output.stdout),
        text(&output.stderr)
    );
    output
}
