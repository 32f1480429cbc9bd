//! Writes down what the threads of a program do: when each runs and where, and
//! what it waits for.
//!
//! The stand-in of `std` says when a thread begins, waits and ends; the
//! operating system says when it ran. Nothing is written down before [`start`],
//! and a wait only if the thread really left its core.

mod clocks;
mod lane;
mod places;
mod registry;
#[cfg(target_os = "linux")]
mod sampler;
#[cfg(target_os = "linux")]
mod switches;
#[cfg(target_os = "linux")]
mod system;
#[cfg(not(target_os = "linux"))]
#[path = "system_elsewhere.rs"]
mod system;
mod wait;

pub use facts::timeline::Reason;
pub use lane::{Begun, thread_begins};
pub use registry::{Allowed, finish, leave, on_leave, start};
pub use wait::{Waiting, waits, waits_at};

use facts::timeline::Accounts;
use std::sync::OnceLock;
use std::time::Instant;

/// When main began.
static START: OnceLock<Start> = OnceLock::new();

#[derive(Debug)]
struct Start {
    at: Instant,
    /// The same moment by the kernel's clock.
    by_kernel: u64,
    /// Main's accounts so far, which are not the program's.
    before: Accounts,
}

/// Whether anything is written down.
fn is_on() -> bool {
    START.get().is_some()
}

/// Nanoseconds since main began.
fn now() -> u64 {
    let since = START.get().map_or(0, |start| start.at.elapsed().as_nanos());
    u64::try_from(since).unwrap_or(u64::MAX)
}
