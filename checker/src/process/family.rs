//! The processes a judged program starts, and ending those it leaves behind.
//!
//! A child that moves to another session escapes its process group. Its
//! parent's death makes it a child of the checker, which asks the kernel for
//! that once. Several programs run at a time, so each is marked: one resource
//! limit nobody uses gets a value of its own, which every descendant inherits
//! and none can raise again. (An environment variable can be cleared.)

use rustix::process::{
    Pid, Resource, Rlimit, Signal, WaitOptions, getpid, getrlimit, kill_process, prlimit,
    set_child_subreaper, waitpid,
};
use std::fs;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};

/// The limit that carries the mark, and its name in `/proc/PID/limits`.
const CARRIER: (Resource, &str) = (Resource::Msgqueue, "Max msgqueue size");

/// Marks lie below the usual limit, which is never reached without POSIX
/// message queues.
const MARKS: std::ops::Range<u64> = 100_000..500_000;

/// Rounds of ending what is left; each one ends a generation at least.
const ROUNDS: u32 = 200;

/// The mark on one program and its descendants.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    leader: Pid,
    mark: Option<u64>,
}

/// A descendant that became a child of the checker.
struct Orphan {
    pid: Pid,
    /// Whether it has ended and only its entry is left.
    ended: bool,
}

impl Family {
    /// Marks a program that has not run any learner code yet.
    pub fn found(leader: Pid) -> Self {
        static ADOPT: Once = Once::new();
        ADOPT.call_once(|| {
            // Where the kernel refuses, ending the process group must do.
            let _ = set_child_subreaper(Some(getpid()));
        });
        Self { leader, mark: mark(leader) }
    }

    /// Counts the processes that are still there, once the leader has ended.
    pub fn left(&self) -> usize {
        let there = |orphan: &&Orphan| !orphan.ended;
        self.orphans().iter().filter(there).map(|orphan| 1 + descendants(orphan.pid)).sum()
    }

    /// Ends and reaps them, and what they start meanwhile.
    pub fn end(&self) {
        for _ in 0..ROUNDS {
            let orphans = self.orphans();
            for orphan in &orphans {
                // It may have ended by itself; reaping is what matters.
                let _ = kill_process(orphan.pid, Signal::KILL);
                let _ = waitpid(Some(orphan.pid), WaitOptions::empty());
            }
            if orphans.is_empty() {
                return;
            }
        }
    }

    fn orphans(&self) -> Vec<Orphan> {
        let Some(mark) = self.mark else { return Vec::new() };
        let ours = |pid: &Pid| *pid != self.leader && read_mark(*pid) == Some(mark);
        let orphan = |pid| Orphan { pid, ended: has_ended(pid) };
        let look = || -> Vec<Orphan> { children("self").filter(ours).map(orphan).collect() };
        let seen = look();
        // The kernel's list can miss one while others come and go.
        if seen.is_empty() { look() } else { seen }
    }
}

fn mark(leader: Pid) -> Option<u64> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let mark = MARKS.start + NEXT.fetch_add(1, Ordering::Relaxed) % (MARKS.end - MARKS.start);
    if getrlimit(CARRIER.0).maximum.is_some_and(|most| most < mark) {
        return None;
    }
    let limit = Rlimit { current: Some(mark), maximum: Some(mark) };
    prlimit(Some(leader), CARRIER.0, limit).ok().map(|_| mark)
}

fn read_mark(pid: Pid) -> Option<u64> {
    let limits = fs::read_to_string(format!("/proc/{pid}/limits")).ok()?;
    let line = limits.lines().find_map(|line| line.strip_prefix(CARRIER.1))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The children of a process; those of the checker itself include `cargo`.
fn children(of: &str) -> impl Iterator<Item = Pid> + use<> {
    let tasks = fs::read_dir(format!("/proc/{of}/task")).into_iter().flatten().flatten();
    tasks.flat_map(|task| {
        let list = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        let pids = list.split_whitespace().filter_map(|pid| Pid::from_raw(pid.parse().ok()?));
        pids.collect::<Vec<_>>()
    })
}

fn descendants(of: Pid) -> usize {
    let there = children(&of.to_string()).filter(|pid| !has_ended(*pid));
    there.map(|pid| 1 + descendants(pid)).sum()
}

fn has_ended(pid: Pid) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(')').is_none_or(|(_, rest)| rest.trim_start().starts_with(['Z', 'X']))
}
