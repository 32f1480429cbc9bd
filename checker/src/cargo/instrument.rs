//! Compiling learner code so that its loads and stores are seen.
//!
//! In a model build every member of the scratch workspace is compiled as for
//! ThreadSanitizer, and the engine has the functions that such code calls. The
//! flags are not stable, and cargo has no stable way to give them to some
//! packages only, so cargo is told to call this program in the compiler's
//! place (`RUSTC_WORKSPACE_WRAPPER`), and it adds them.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

/// Set for cargo to hand down: this program is called as the compiler.
const WRAPS: &str = "CHECKER_WRAPS_RUSTC";

/// Every load and store calls a function; those functions are ours and not
/// the sanitizer's; crates compiled so and others are linked together; std's
/// generic code is compiled anew, with the calls.
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
pub fn is_possible(rustc: &Path) -> bool {
    let mut command = Command::new(rustc);
    command.args(FLAGS).args(["--crate-name", "probe", "--crate-type", "lib"]);
    command.args(["--emit", "metadata=/dev/null", "-"]).env("RUSTC_BOOTSTRAP", "1");
    let output = command.stdin(Stdio::null()).output();
    output.is_ok_and(|output| output.status.success())
}
