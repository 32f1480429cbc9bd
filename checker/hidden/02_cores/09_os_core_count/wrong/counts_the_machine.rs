//@ caught-by: test
//@ because: cores for CPUs
//! All the CPUs that the machine has, less what a quota forbids.

use std::fs;
use std::path::Path;

pub fn usable_cores(cpus_allowed: &str, cgroup_root: &Path, self_cgroup: &str) -> usize {
    let _ = cpus_allowed;
    let machine = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let allowed = machine.lines().filter(|line| line.starts_with("processor")).count();
    let quota = tightest_quota(cgroup_root, self_cgroup).unwrap_or(usize::MAX);
    allowed.min(quota).max(1)
}

fn tightest_quota(root: &Path, self_cgroup: &str) -> Option<usize> {
    let group = self_cgroup.lines().find_map(|line| line.strip_prefix("0::"))?;
    let group = Path::new(group.trim_start_matches('/'));
    group.ancestors().filter_map(|group| quota(&root.join(group))).min()
}

fn quota(group: &Path) -> Option<usize> {
    let text = fs::read_to_string(group.join("cpu.max")).ok()?;
    let mut words = text.split_whitespace();
    let time: usize = words.next()?.parse().ok()?;
    let period = words.next()?.parse().ok()?;
    time.checked_div(period)
}
