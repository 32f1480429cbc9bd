//! Stand-in for `std::process`: what ends the process ends the execution.
//!
//! Other processes are real, and see nothing of the model.

pub use ::std::process::*;

/// # Panics
///
/// Not as far as the program can tell: the execution ends. With another code
/// than 0 it has failed.
pub fn exit(code: i32) -> ! {
    if !engine::is_active() {
        ::std::process::exit(code);
    }
    match code {
        0 => engine::process::exit(),
        _ => engine::process::abort(format!("the process exits with code {code}")),
    }
}

/// The execution ends and has failed.
pub fn abort() -> ! {
    if !engine::is_active() {
        ::std::process::abort();
    }
    engine::process::abort("the process is aborted".to_owned())
}
