//! Compiling learner code so that its loads and stores are seen.
//!
//! In a model build every member of the scratch workspace is compiled as for
//! ThreadSanitizer, and the engine has the functions that such code calls. What
//! a stand-in does is none of it: its generic code is compiled with the
//! learner's, and says that it is to be left alone. The flags are not stable,
//! and cargo has no stable way to give them to some packages only, so cargo is
//! told to call this program in the compiler's place (`RUSTC_WRAPPER`), and it
//! adds them.

use super::compiler;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// Set for cargo to hand down: this program is called as the compiler. The
/// folder of the workspace whose members are to be seen.
const WRAPS: &str = "CHECKER_WRAPS_RUSTC";

/// Every load and store calls a function; those functions are ours and not
/// the sanitizer's; entering and leaving functions is not told; crates compiled
/// so and others are linked together; std's generic code is compiled anew, with
/// the calls. (Cargo does not look at these: whoever changes them removes
/// `target/scratch`.)
const WATCHED: [&str; 7] = [
    "-Zsanitizer=thread",
    "-Zexternal-clangrt",
    "-Cllvm-args=-tsan-instrument-func-entry-exit=0",
    "-Cunsafe-allow-abi-mismatch=sanitizer",
    "-Zshare-generics=no",
    "-Cdebuginfo=line-tables-only",
    "-Cstrip=none",
];

/// No function of the crate is compiled so, wherever it is compiled.
const LEFT_ALONE: [&str; 2] =
    ["-Zcrate-attr=feature(sanitize)", "-Zcrate-attr=sanitize(thread = \"off\")"];

/// Makes a cargo command instrument the judged files of `workspace`.
pub fn prepare(command: &mut Command, workspace: &Path) {
    if let Ok(this) = std::env::current_exe() {
        command.env("RUSTC_WRAPPER", this).env(WRAPS, workspace);
    }
}

/// What decides whether instrumenting is possible: which compiler there is.
pub fn toolchain() -> Option<String> {
    let rustc = compiler::path()?;
    let changed = rustc.metadata().and_then(|metadata| metadata.modified());
    Some(format!("{} of {changed:?}", rustc.display()))
}

/// Whether the toolchain can do it: compiles nothing at all with the flags, to
/// standard output.
pub fn is_possible() -> bool {
    let Some(rustc) = compiler::path() else { return false };
    let mut command = Command::new(rustc);
    command.args(WATCHED).args(LEFT_ALONE).env("RUSTC_BOOTSTRAP", "1").stdin(Stdio::null());
    command.args(["--crate-name", "probe", "--crate-type", "lib", "--emit", "metadata=-", "-"]);
    command.output().is_ok_and(|output| output.status.success())
}

/// Compiles, if this process was called as the compiler.
pub fn compile() -> Option<ExitCode> {
    let workspace = std::env::var_os(WRAPS)?;
    let mut args = std::env::args_os().skip(1);
    let rustc = args.next()?;
    let args: Vec<OsString> = args.collect();
    let mut command = Command::new(&rustc);
    command.args(&args).stdin(Stdio::null());
    let flags = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or(&[][..], |package| flags(Path::new(&workspace), &PathBuf::from(package)));
    if !flags.is_empty() {
        command.args(flags).env("RUSTC_BOOTSTRAP", "1");
    }
    let status = command.status().ok();
    Some(
        status
            .and_then(|status| status.code())
            .and_then(|code| u8::try_from(code).ok())
            .map_or(ExitCode::FAILURE, ExitCode::from),
    )
}

/// What a package is compiled with besides. Packages of judged files have two
/// dashes in their names; others of the workspace are real crates on the
/// stand-in of `std`.
fn flags(workspace: &Path, package: &Path) -> &'static [&'static str] {
    let is_standin = package.parent().is_some_and(|folder| folder.ends_with("checker/standins"));
    let is_judged = package.file_name().is_some_and(|name| name.to_string_lossy().contains("--"));
    match package.starts_with(workspace) {
        true if is_judged => &WATCHED,
        true => &LEFT_ALONE,
        false if is_standin => &LEFT_ALONE,
        false => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_watched_and_stand_ins_left_alone() {
        let flags = |package: &str| flags(Path::new("/r/target/scratch/model"), Path::new(package));
        assert_eq!(flags("/r/target/scratch/model/latch--learner"), WATCHED);
        assert_eq!(flags("/r/checker/standins/std"), LEFT_ALONE);
        assert_eq!(flags("/r/target/scratch/model/rayon"), LEFT_ALONE);
        assert!(flags("/home/.cargo/registry/src/index/serde-1.0.0").is_empty());
    }
}
