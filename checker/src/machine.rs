//! What this machine offers for judging.

use crate::cargo::{compiler, instrument};
use crate::error::Error;
use std::fs;
use std::path::Path;
use std::thread;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Machine {
    /// `rustc -vV`.
    pub toolchain: String,
    pub system: &'static str,
    /// CPUs that are switched on, where the system says.
    pub cpus: Option<usize>,
    /// CPUs this process may use, by affinity and quota.
    pub usable: usize,
    /// Whether a process can be kept to some of its CPUs.
    pub pins: bool,
    /// Whether the states of another process's threads can be read.
    pub reads_threads: bool,
    /// Whether a verdict channel can be handed to a judged program.
    pub confines: bool,
    /// Whether the toolchain shows a model plain loads and stores.
    pub sees_memory: bool,
    /// Whether the dependencies of either build are built already.
    pub prebuilt: bool,
}

/// Looks at the machine, and at what is built below `root`.
pub fn look(root: &Path) -> Result<Machine, Error> {
    Ok(Machine {
        toolchain: compiler::version()?,
        system: std::env::consts::OS,
        cpus: fs::read_to_string("/sys/devices/system/cpu/online").ok().and_then(|it| count(&it)),
        usable: thread::available_parallelism().map_or(1, Into::into),
        pins: pins(),
        reads_threads: fs::read_dir("/proc/self/task").is_ok(),
        confines: cfg!(unix),
        sees_memory: instrument::is_possible(),
        prebuilt: ["native", "model"].iter().all(|build| is_built(root, build)),
    })
}

#[cfg(target_os = "linux")]
fn pins() -> bool {
    // Setting the affinity it has changes nothing and needs what pinning needs.
    rustix::thread::sched_getaffinity(None)
        .and_then(|cpus| rustix::thread::sched_setaffinity(None, &cpus))
        .is_ok()
}

#[cfg(not(target_os = "linux"))]
fn pins() -> bool {
    false
}

/// Whether something was built in a scratch workspace.
fn is_built(root: &Path, build: &str) -> bool {
    root.join("target/scratch").join(build).join("target/debug/deps").is_dir()
}

/// How many numbers a list like `0-3,8` has.
fn count(list: &str) -> Option<usize> {
    let ranges = list.trim().split(',').map(|range| {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
        (last + 1).checked_sub(first)
    });
    ranges.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_cpus_are_counted() {
        assert_eq!(count("0\n"), Some(1));
        assert_eq!(count("0-3\n"), Some(4));
        assert_eq!(count("0-3,8,10-11"), Some(7));
        assert_eq!(count("none"), None);
    }

    #[test]
    fn nothing_is_built_in_an_empty_workspace() {
        let root = tempfile::tempdir().unwrap();
        assert!(!is_built(root.path(), "native"));
    }
}
