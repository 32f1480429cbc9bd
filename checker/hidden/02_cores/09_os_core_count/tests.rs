//! Trees of control groups, and the process that runs the tests.

use harness::{expect_eq, note};
use learner::usable_cores;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread::available_parallelism;

/// A tree of control groups, in a folder that is removed at the end.
struct Tree {
    folder: PathBuf,
    root: PathBuf,
}

static TREES: AtomicU32 = AtomicU32::new(0);

impl Tree {
    /// Writes the groups, each with what its `cpu.max` holds.
    fn with(groups: &[(&str, &str)]) -> Self {
        let name = format!("usable-cores-{}-{}", std::process::id(), TREES.fetch_add(1, Relaxed));
        let folder = std::env::temp_dir().join(name);
        let root = folder.join("root");
        fs::create_dir_all(&root).expect("there is room for a folder");
        for (group, cpu_max) in groups {
            let folder = root.join(group);
            fs::create_dir_all(&folder).expect("there is room for a folder");
            fs::write(folder.join("cpu.max"), cpu_max).expect("there is room for a file");
        }
        Self { folder, root }
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Asks for a process with these CPUs, in this group of a tree of these groups.
fn expect_cores(wanted: usize, cpus: &str, group: &str, groups: &[(&str, &str)]) {
    expect_of_text(wanted, cpus, &format!("0::{group}\n"), groups);
}

fn expect_of_text(wanted: usize, cpus: &str, text: &str, groups: &[(&str, &str)]) {
    let cores = {
        let tree = Tree::with(groups);
        usable_cores(cpus, &tree.root, text)
    };
    let quotas: Vec<_> =
        groups.iter().map(|(group, quota)| format!("/{group} {quota:?}")).collect();
    let quotas = if quotas.is_empty() { "no quotas".to_owned() } else { quotas.join(", ") };
    let what = format!("cores for CPUs {cpus:?}, `/proc/self/cgroup` {text:?}, and {quotas}");
    expect_eq(&what, cores, wanted);
}

/// No quota anywhere: as many cores as CPUs are allowed.
fn without_a_quota_the_affinity_counts() {
    for (cpus, wanted) in [
        ("0", 1),
        ("5", 1),
        ("0-3", 4),
        ("0-3,8", 5),
        ("1,3,5-6,10-12", 7),
        ("0-63", 64),
        ("100-131,300", 33),
        ("\t2-4\n", 3),
    ] {
        expect_cores(wanted, cpus, "/", &[]);
    }
}

/// 64 CPUs and a group with a quota: the quota counts, or the CPUs if there are
/// fewer.
fn a_quota_counts_where_it_is_smaller() {
    expect_cores(2, "0-63", "/web", &[("web", "200000 100000\n")]);
    expect_cores(3, "0-63", "/web", &[("web", "150000 50000\n")]);
    expect_cores(12, "0-63", "/web", &[("web", "1200000 100000\n")]);
    expect_cores(2, "4-5", "/web", &[("web", "800000 100000\n")]);
}

/// 1.5 cores are one, 2.99 are two, and half a core is one.
fn quotas_are_rounded_down() {
    expect_cores(1, "0-7", "/web", &[("web", "150000 100000\n")]);
    expect_cores(2, "0-7", "/web", &[("web", "299000 100000\n")]);
    expect_cores(1, "0-7", "/web", &[("web", "50000 100000\n")]);
    expect_cores(1, "0-7", "/web", &[("web", "1000 100000\n")]);
}

/// The tightest quota on the way to the root counts, wherever it is.
fn the_tightest_ancestor_counts() {
    let loose = "800000 100000\n";
    let tight = "300000 100000\n";
    let group = "/services/web/worker";
    let groups = ["services/web/worker", "services/web", "services", ""];
    for place in 0..groups.len() {
        let mut tree: Vec<_> = groups.iter().map(|group| (*group, loose)).collect();
        tree[place].1 = tight;
        expect_cores(3, "0-15", group, &tree);
    }
}

/// Groups without a file between groups that have one.
fn an_ancestor_counts_beyond_a_missing_file() {
    let outer = [("services", "400000 100000\n")];
    expect_cores(4, "0-15", "/services/web/worker", &outer);
    expect_cores(2, "0-15", "/services/web", &[("", "200000 100000\n")]);
    expect_cores(5, "0-15", "/", &[("", "500000 100000\n")]);
}

/// What is beside the path, below it, or above the root does not count.
fn other_groups_do_not_count() {
    let tree = [
        ("services/web", "600000 100000\n"),
        ("services/mail", "100000 100000\n"),
        ("services/web/worker", "200000 100000\n"),
        ("web", "300000 100000\n"),
        ("..", "100000 100000\n"),
    ];
    expect_cores(6, "0-15", "/services/web", &tree);
}

/// `max` limits nothing, and neither does what is no quota.
fn max_and_nonsense_limit_nothing() {
    for cpu_max in ["max 100000\n", "max\n", "", "\n", "200000\n", "two cores\n", "200000 0\n"] {
        expect_cores(16, "0-15", "/web", &[("web", cpu_max)]);
    }
    let tree = [("services/web", "max 100000\n"), ("services", "200000 100000\n")];
    expect_cores(2, "0-15", "/services/web", &tree);
}

/// Lines of version 1 count for nothing, wherever they stand, and without a
/// line of version 2 there is no quota.
fn version_1_counts_for_nothing() {
    let tree = [("web", "300000 100000\n"), ("old", "100000 100000\n")];
    let before = "4:memory:/old\n3:cpu,cpuacct:/old\n1:name=systemd:/old\n0::/web\n";
    expect_of_text(3, "0-15", before, &tree);
    let after = "0::/web\n3:cpu,cpuacct:/old\n10::/old\n";
    expect_of_text(3, "0-15", after, &tree);
    expect_of_text(16, "0-15", "4:memory:/old\n3:cpu,cpuacct:/old\n", &tree);
    expect_of_text(16, "0-15", "", &tree);
}

/// Paths with colons and spaces.
fn paths_may_hold_colons_and_spaces() {
    let tree = [("pods/containerd:web", "300000 100000\n"), ("web", "100000 100000\n")];
    expect_cores(3, "0-15", "/pods/containerd:web", &tree);
    expect_cores(2, "0-15", "/night shift", &[("night shift", "200000 100000\n")]);
}

/// The value of a line of `/proc/self/status`.
fn status(key: &str) -> Option<String> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    text.lines().find_map(|line| line.strip_prefix(key)).map(str::to_owned)
}

/// This process, which may use one CPU: the same as `available_parallelism`.
fn this_process() {
    let Some(cpus) = status("Cpus_allowed_list:") else { return };
    let group = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    let usable = available_parallelism().map_or(1, usize::from);
    let cores = usable_cores(&cpus, Path::new("/sys/fs/cgroup"), &group);
    expect_eq(&format!("cores for this process, on CPU {}", cpus.trim()), cores, usable);
    let machine = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let machine = machine.lines().filter(|line| line.starts_with("processor")).count();
    note("CPUs of this machine:", machine as f64, "");
    note("cores for a process on one of them:", cores as f64, "");
}

harness::cases![
    without_a_quota_the_affinity_counts,
    a_quota_counts_where_it_is_smaller,
    quotas_are_rounded_down,
    the_tightest_ancestor_counts,
    an_ancestor_counts_beyond_a_missing_file,
    other_groups_do_not_count,
    max_and_nonsense_limit_nothing,
    version_1_counts_for_nothing,
    paths_may_hold_colons_and_spaces,
    this_process,
];
