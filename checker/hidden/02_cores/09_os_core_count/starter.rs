//! How many threads of this process can run at the same instant.

use std::path::Path;

/// The number of cores that a process may use, from what Linux says of it: the
/// list of allowed CPUs, the root of the tree of control groups, and the text
/// of `/proc/self/cgroup`.
pub fn usable_cores(cpus_allowed: &str, cgroup_root: &Path, self_cgroup: &str) -> usize {
    // TODO: the CPUs allowed, and the tightest quota.
    let _ = (cpus_allowed, cgroup_root, self_cgroup);
    std::fs::read_to_string("/proc/cpuinfo").map_or(1, |text| text.matches("processor\t:").count())
}
