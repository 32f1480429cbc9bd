//! Everything in one function, with loops and matches.

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub fn usable_cores(cpus_allowed: &str, cgroup_root: &Path, self_cgroup: &str) -> usize {
    let mut cores: u64 = 0;
    for part in cpus_allowed.trim().split(',') {
        match part.split('-').collect::<Vec<_>>()[..] {
            [one] if one.parse::<u64>().is_ok() => cores += 1,
            [first, last] => {
                for _ in first.parse::<u64>().unwrap()..=last.parse::<u64>().unwrap() {
                    cores += 1;
                }
            }
            _ => {}
        }
    }
    for line in self_cgroup.lines() {
        let fields: Vec<&str> = line.splitn(3, ':').collect();
        if fields.len() != 3 || fields[0] != "0" || !fields[1].is_empty() {
            continue;
        }
        let mut folder = cgroup_root.to_path_buf();
        let mut folders = vec![folder.clone()];
        for name in fields[2].split('/').filter(|name| !name.is_empty()) {
            folder.push(name);
            folders.push(folder.clone());
        }
        for folder in folders {
            let mut text = String::new();
            let Ok(mut file) = File::open(folder.join("cpu.max")) else { continue };
            if file.read_to_string(&mut text).is_err() {
                continue;
            }
            if let Some((time, period)) = text.trim().split_once(' ')
                && let (Ok(time), Ok(period)) = (time.parse::<u64>(), period.parse::<u64>())
                && period > 0
                && time / period < cores
            {
                cores = time / period;
            }
        }
    }
    if cores == 0 { 1 } else { cores as usize }
}
