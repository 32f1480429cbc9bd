//! Climbs by recursion, and rounds floating numbers down.

use std::fs;
use std::path::Path;

pub fn usable_cores(cpus_allowed: &str, cgroup_root: &Path, self_cgroup: &str) -> usize {
    let ranges = cpus_allowed.split(',').map(|range| range.trim().split('-'));
    let counted = ranges.map(|mut ends| {
        let mut end = || ends.next().and_then(|end| end.parse::<i64>().ok());
        let first = end();
        first.map_or(0, |first| end().unwrap_or(first) - first + 1)
    });
    let mut cores = counted.sum::<i64>() as f64;
    if let Some(group) = self_cgroup.lines().filter_map(|line| line.strip_prefix("0::")).next() {
        let group = Path::new(group);
        cores = cores.min(climb(cgroup_root, group.strip_prefix("/").unwrap_or(group)));
    }
    (cores.floor() as usize).max(1)
}

fn climb(root: &Path, group: &Path) -> f64 {
    let text = fs::read_to_string(root.join(group).join("cpu.max")).unwrap_or_default();
    let words: Vec<Option<f64>> = text.split_whitespace().map(|word| word.parse().ok()).collect();
    let own = match words[..] {
        [Some(time), Some(period)] if period > 0.0 => time / period,
        _ => f64::INFINITY,
    };
    group.parent().map_or(own, |outer| own.min(climb(root, outer)))
}
