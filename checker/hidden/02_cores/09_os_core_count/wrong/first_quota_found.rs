//@ caught-by: test
//@ because: cores for CPUs
//! Stops climbing at the first group that has a quota.

use std::fs;
use std::path::Path;

pub fn usable_cores(cpus_allowed: &str, cgroup_root: &Path, self_cgroup: &str) -> usize {
    let allowed = cpus(cpus_allowed);
    let quota = tightest_quota(cgroup_root, self_cgroup).unwrap_or(usize::MAX);
    allowed.min(quota).max(1)
}

fn cpus(list: &str) -> usize {
    list.trim().split(',').filter_map(range).sum()
}

fn range(text: &str) -> Option<usize> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
    last.checked_sub(first)?.checked_add(1)
}

fn tightest_quota(root: &Path, self_cgroup: &str) -> Option<usize> {
    let group = self_cgroup.lines().find_map(|line| line.strip_prefix("0::"))?;
    let group = Path::new(group.trim_start_matches('/'));
    group.ancestors().find_map(|group| quota(&root.join(group)))
}

fn quota(group: &Path) -> Option<usize> {
    let text = fs::read_to_string(group.join("cpu.max")).ok()?;
    let mut words = text.split_whitespace();
    let time: usize = words.next()?.parse().ok()?;
    let period = words.next()?.parse().ok()?;
    time.checked_div(period)
}
