//! As std does it: a path that is shortened until it is the root.

use std::fs;
use std::path::Path;

pub fn usable_cores(cpus_allowed: &str, cgroup_root: &Path, self_cgroup: &str) -> usize {
    let mut allowed = 0;
    for range in cpus_allowed.trim().split(',') {
        allowed += match range.split_once('-') {
            Some((first, last)) => {
                let first: usize = first.parse().unwrap_or(0);
                let last: usize = last.parse().unwrap_or(0);
                last - first + 1
            }
            None => usize::from(!range.is_empty()),
        };
    }
    let Some(line) = self_cgroup.lines().find(|line| line.starts_with("0::")) else {
        return allowed.max(1);
    };
    let mut quota = usize::MAX;
    let mut path = cgroup_root.to_path_buf();
    path.push(line[3..].strip_prefix('/').unwrap_or(&line[3..]));
    while path.starts_with(cgroup_root) {
        path.push("cpu.max");
        if let Ok(text) = fs::read_to_string(&path) {
            let mut words = text.split(' ').map(|word| word.trim().parse::<usize>());
            if let (Some(Ok(time)), Some(Ok(period @ 1..))) = (words.next(), words.next()) {
                quota = quota.min(time / period);
            }
        }
        path.pop();
        path.pop();
    }
    allowed.min(quota).max(1)
}
