//! Compiling learner code so that its loads and stores are seen.
//!
//! In a model build every member of the scratch workspace is compiled as for
//! ThreadSanitizer, and the engine has the functions that such code calls. The
//! flags are not stable, and cargo has no stable way to give them to some
//! packages only, so cargo is told to call this program in the compiler's
//! place (`RUSTC_WORKSPACE_WRAPPER`), and it adds them.

use super::compiler;
use std::ffi::OsString;
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

/// Makes a cargo command instrument the members of its workspace.
pub fn prepare(command: &mut Command) {
    if let Ok(this) = std::env::current_exe() {
        command.env("RUSTC_WORKSPACE_WRAPPER", this).env(WRAPS, "1");
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
    command.args(FLAGS).env("RUSTC_BOOTSTRAP", "1").stdin(Stdio::null());
    command.args(["--crate-name", "probe", "--crate-type", "lib", "--emit", "metadata=-", "-"]);
    command.output().is_ok_and(|output| output.status.success())
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
