//! Compiling learner code so that its loads and stores are seen.
//!
//! In a model build every member of the scratch workspace is compiled as for
//! ThreadSanitizer, and the engine has the functions that such code calls. The
//! flags are not stable, and cargo has no stable way to give them to some
//! packages only, so cargo is told to call this program in the compiler's
//! place (`RUSTC_WORKSPACE_WRAPPER`), and it adds them.

use super::compiler;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

/// Set for cargo to hand down: this program is called as the compiler.
const WRAPS: &str = "CHECKER_WRAPS_RUSTC";

/// Every load and store calls a function; those functions are ours and not
/// the sanitizer's; crates compiled so and others are linked together; std's
/// generic code is compiled anew, with the calls. (Cargo does not look at these:
/// whoever changes them removes `target/scratch`.)
const FLAGS: [&str; 6] = [
    "-Zsanitizer=thread",
    "-Zexternal-clangrt",
    "-Cunsafe-allow-abi-mismatch=sanitizer",
    "-Zshare-generics=no",
    "-Cdebuginfo=line-tables-only",
    "-Cstrip=none",
];

/// Makes a cargo command instrument the members of its workspace, where the
/// toolchain can. Where it cannot, the program says so itself.
pub fn prepare(command: &mut Command, workspace: &Path) {
    let Some(rustc) = compiler::path() else { return };
    if let Ok(this) = std::env::current_exe()
        && is_known_to_work(&rustc, workspace)
    {
        command.env("RUSTC_WORKSPACE_WRAPPER", this).env(WRAPS, "1");
    }
}

/// Asks the compiler once, and again when it is another one.
fn is_known_to_work(rustc: &Path, workspace: &Path) -> bool {
    let kept = workspace.join("instrumented");
    let changed = rustc.metadata().and_then(|metadata| metadata.modified());
    let question = format!("{} of {changed:?}: ", rustc.display());
    let answer = fs::read_to_string(&kept).ok();
    match answer.as_deref().and_then(|answer| answer.strip_prefix(&question)) {
        Some(answer) => answer == "yes",
        None => {
            let works = is_possible(rustc, workspace);
            // Where it cannot be kept it is asked again.
            let _ = fs::write(kept, question + if works { "yes" } else { "no" });
            works
        }
    }
}

/// Compiles, if this process was called as the compiler.
pub fn compile() -> Option<ExitCode> {
    std::env::var_os(WRAPS)?;
    let mut args = std::env::args_os().skip(1);
    let rustc = args.next()?;
    let args: Vec<OsString> = args.collect();
    let mut command = Command::new(&rustc);
    command.args(&args).stdin(Stdio::null());
    // Cargo asks for the version and the like first.
    if args.iter().any(|arg| arg == "--crate-name") {
        command.args(FLAGS).env("RUSTC_BOOTSTRAP", "1");
    }
    let status = command.status().ok();
    Some(
        status
            .and_then(|status| status.code())
            .and_then(|code| u8::try_from(code).ok())
            .map_or(ExitCode::FAILURE, ExitCode::from),
    )
}

/// Whether the toolchain can do it: compiles nothing at all with the flags.
/// (Never into `/dev/null`: the compiler would put a file in its place.)
fn is_possible(rustc: &Path, workspace: &Path) -> bool {
    let mut command = Command::new(rustc);
    command.current_dir(workspace).args(FLAGS).env("RUSTC_BOOTSTRAP", "1");
    command.args(["--crate-name", "probe", "--crate-type", "lib", "--emit", "metadata=probe", "-"]);
    let output = command.stdin(Stdio::null()).output();
    let _ = fs::remove_file(workspace.join("probe"));
    output.is_ok_and(|output| output.status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_is_asked_once() {
        let folder = tempfile::tempdir().unwrap();
        let rustc = compiler::path().unwrap();
        let works = is_known_to_work(&rustc, folder.path());
        let kept = folder.path().join("instrumented");
        let answer = fs::read_to_string(&kept).unwrap();
        assert!(answer.ends_with(if works { "yes" } else { "no" }), "{answer}");
        let other = answer.replace("yes", "no");
        fs::write(&kept, other).unwrap();
        assert!(!is_known_to_work(&rustc, folder.path()));
    }
}
