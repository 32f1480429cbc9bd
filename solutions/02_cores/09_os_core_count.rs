//! How many threads of this process can run at the same instant.

use std::fs;
use std::path::Path;

/// The number of cores that a process may use, from what Linux says of it: the
/// list of allowed CPUs, the root of the tree of control groups, and the text
/// of `/proc/self/cgroup`.
pub fn usable_cores(cpus_allowed: &str, cgroup_root: &Path, self_cgroup: &str) -> usize {
    let allowed = cpus(cpus_allowed);
    let quota = tightest_quota(cgroup_root, self_cgroup).unwrap_or(usize::MAX);
    // A quota of half a core rounds down to none; the process runs all the
    // same, half of the time.
    allowed.min(quota).max(1)
}

/// How many CPUs a list like "0-3,8" has.
fn cpus(list: &str) -> usize {
    list.trim().split(',').filter_map(range).sum()
}

/// How many CPUs "8" or "0-3" stands for.
fn range(text: &str) -> Option<usize> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
    last.checked_sub(first)?.checked_add(1)
}

/// The smallest quota of the process's group and of all the groups it is in.
fn tightest_quota(root: &Path, self_cgroup: &str) -> Option<usize> {
    let group = self_cgroup.lines().find_map(|line| line.strip_prefix("0::"))?;
    // `join` with a path that begins with `/` would leave the root behind.
    let group = Path::new(group.trim_start_matches('/'));
    // The group itself, the one around it, …, and "", which is the root. A
    // group may have no quota and still be held by one further up.
    group.ancestors().filter_map(|group| quota(&root.join(group))).min()
}

/// How many cores' worth of time a group may use, if that is limited.
fn quota(group: &Path) -> Option<usize> {
    let text = fs::read_to_string(group.join("cpu.max")).ok()?;
    let mut words = text.split_whitespace();
    // "max" is no number, so there is no quota.
    let time: usize = words.next()?.parse().ok()?;
    let period = words.next()?.parse().ok()?;
    // Whole cores only: with one thread more than that, all of them are
    // stopped for the rest of each period.
    time.checked_div(period)
}
