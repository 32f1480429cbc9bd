//@ caught-by: test
//@ because: cores for CPUs
//! The answer for the process that asks, whatever it is asked about.

use std::path::Path;
use std::thread::available_parallelism;

pub fn usable_cores(cpus_allowed: &str, cgroup_root: &Path, self_cgroup: &str) -> usize {
    let _ = (cpus_allowed, cgroup_root, self_cgroup);
    available_parallelism().map_or(1, usize::from)
}
