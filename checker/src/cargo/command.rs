//! The cargo command line of a build.

use super::instrument;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What to build.
#[derive(Debug)]
pub struct Request<'a> {
    /// Folder of the workspace.
    pub workspace: &'a Path,
    pub packages: Vec<String>,
    /// What of them: programs and libraries, or the library with its tests.
    pub tests: bool,
    pub release: bool,
    /// Whether the loads and stores of the workspace's members are to be seen.
    pub instrumented: bool,
    /// Whether the same packages will be built again after an edit.
    pub again: bool,
}

/// The command, given this process's environment.
pub fn compose(
    request: &Request<'_>,
    online: bool,
    environment: impl Iterator<Item = (OsString, OsString)>,
) -> Command {
    let mut command = Command::new(cargo());
    command.current_dir(request.workspace).stdin(Stdio::null());
    command.args(["build", "--keep-going"]);
    if request.tests {
        command.arg("--tests");
    }
    command.arg("--message-format=json-diagnostic-rendered-ansi");
    command.arg("--target-dir").arg(target(request.workspace));
    if !online {
        command.arg("--offline");
    }
    if request.release {
        command.arg("--release");
    }
    for package in &request.packages {
        command.args(["-p", package]);
    }
    keep_out(&mut command, environment);
    if request.instrumented {
        instrument::prepare(&mut command, request.workspace);
    }
    if !request.again {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// What a workspace is made of.
pub fn metadata(
    workspace: &Path,
    online: bool,
    environment: impl Iterator<Item = (OsString, OsString)>,
) -> Command {
    let mut command = Command::new(cargo());
    command.current_dir(workspace).stdin(Stdio::null());
    command.args(["metadata", "--format-version=1"]);
    if !online {
        command.arg("--offline");
    }
    keep_out(&mut command, environment);
    command
}

fn keep_out(command: &mut Command, environment: impl Iterator<Item = (OsString, OsString)>) {
    for (name, _) in environment.filter(|(name, _)| leaks(name)) {
        command.env_remove(name);
    }
}

fn target(workspace: &Path) -> PathBuf {
    workspace.join("target")
}

/// The cargo that runs us, so that `cargo +nightly run` judges by nightly.
fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Whether a variable must not reach the inner cargo.
///
/// Everything `cargo run` sets for us describes the checker's own package, and
/// what people set for their own builds must not decide a verdict: with
/// `RUSTFLAGS=-Dwarnings` a warning would make an exercise not solved, and
/// `CARGO_PROFILE_*` or `CARGO_TARGET_DIR` would build something else
/// somewhere else. What says where cargo and its registry are stays.
fn leaks(name: &OsStr) -> bool {
    const RUSTC: [&str; 6] = [
        "RUSTFLAGS",
        "RUSTDOCFLAGS",
        "RUSTC_BOOTSTRAP",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUSTC_WRAPPER",
        "MAKEFLAGS",
    ];
    const KEPT: [&str; 6] = [
        "CARGO_HOME",
        "CARGO_NET_",
        "CARGO_HTTP_",
        "CARGO_REGISTR",
        "CARGO_SOURCE_",
        "CARGO_TERM_",
    ];
    let name = name.to_string_lossy();
    RUSTC.contains(&&*name)
        || name.starts_with("CARGO") && !KEPT.iter().any(|kept| name.starts_with(kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(workspace: &Path) -> Request<'_> {
        Request {
            workspace,
            packages: vec!["latch--learner".into()],
            tests: false,
            release: false,
            instrumented: false,
            again: true,
        }
    }

    fn line(request: &Request<'_>, online: bool) -> String {
        let command = compose(request, online, std::iter::empty());
        let args: Vec<_> = command.get_args().map(|arg| arg.to_string_lossy()).collect();
        args.join(" ")
    }

    #[test]
    fn builds_only_what_is_asked_and_offline() {
        assert_eq!(
            line(&request(Path::new("w")), false),
            "build --keep-going --message-format=json-diagnostic-rendered-ansi \
             --target-dir w/target --offline -p latch--learner"
        );
        assert!(!line(&request(Path::new("w")), true).contains("--offline"));
    }

    #[test]
    fn explored_files_are_built_as_tests() {
        let request = Request { tests: true, ..request(Path::new("w")) };
        assert!(line(&request, false).starts_with("build --keep-going --tests "));
    }

    #[test]
    fn the_outer_cargo_does_not_leak() {
        let gone = ["CARGO", "CARGO_PKG_NAME", "CARGO_TARGET_DIR", "RUSTFLAGS", "RUSTC_BOOTSTRAP"];
        for name in gone {
            assert!(leaks(OsStr::new(name)), "{name}");
        }
        for name in ["CARGO_HOME", "CARGO_HTTP_PROXY", "RUSTUP_TOOLCHAIN", "PATH"] {
            assert!(!leaks(OsStr::new(name)), "{name}");
        }
    }
}
