//! What the threads of a program are doing, and so what a hang is.
//!
//! A blocked thread sleeps and is never switched to. Two looks, some time
//! apart, tell it from one that polls or that was merely asleep at the moment.

use crate::finding::Hang;
use std::collections::BTreeMap;
use std::fs;

/// One look at all threads of a process.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look(BTreeMap<String, Thread>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Thread {
    sleeps: bool,
    /// How often it was switched to or from.
    switches: u64,
}

/// How many threads the process has, or 0 where that cannot be seen.
pub fn count(pid: u32) -> usize {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // After the name in parentheses comes field 3; the count is field 20.
    let count = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(17));
    count.and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// Nanoseconds in which the threads of a process ran, and in which they could
/// have and others had the CPUs; both 0 where the system does not say. Threads
/// that ended do not count.
pub fn ran_and_ready(pid: u32) -> (u64, u64) {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let accounts = tasks.filter_map(|task| {
        let account = fs::read_to_string(task.path().join("schedstat")).ok()?;
        let mut numbers = account.split_whitespace().map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    accounts.fold((0, 0), |sum, (ran, ready): (u64, u64)| (sum.0 + ran, sum.1 + ready))
}

impl Look {
    /// Looks at a process; sees nothing where the system does not show it.
    pub fn at(pid: u32) -> Self {
        let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
        let threads = tasks.filter_map(|task| {
            let status = fs::read_to_string(task.path().join("status")).ok()?;
            Some((task.file_name().to_string_lossy().into_owned(), Thread::read(&status)?))
        });
        Self(threads.collect())
    }

    /// What has been going on since an earlier look.
    pub fn hang_since(&self, earlier: &Self) -> Hang {
        let threads = self.0.len();
        let moved = |(id, thread): &(&String, &Thread)| {
            !thread.sleeps || earlier.0.get(*id).is_none_or(|then| then.switches != thread.switches)
        };
        let busy = self.0.iter().filter(moved).count();
        // Seeing no thread at all proves nothing.
        if busy == 0 && threads > 0 {
            Hang::Deadlock { threads }
        } else {
            Hang::Running { threads, busy }
        }
    }
}

impl Thread {
    /// Reads `/proc/PID/task/TID/status`.
    fn read(status: &str) -> Option<Self> {
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.split_whitespace().next()
        };
        let switches = |name| field(name).and_then(|count| count.parse().ok()).unwrap_or(0);
        Some(Self {
            sleeps: matches!(field("State:")?, "S" | "I" | "T" | "t"),
            switches: switches("voluntary_ctxt_switches:")
                + switches("nonvoluntary_ctxt_switches:"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(threads: &[(&str, &str, u64)]) -> Look {
        let read = |(id, state, switches): &(&str, &str, u64)| {
            let status = format!(
                "Name:\tState: R\nState:\t{state}\n\
                 voluntary_ctxt_switches:\t{switches}\nnonvoluntary_ctxt_switches:\t2\n"
            );
            ((*id).to_owned(), Thread::read(&status).unwrap())
        };
        Look(threads.iter().map(read).collect())
    }

    #[test]
    fn threads_that_sleep_through_are_a_deadlock() {
        let blocked = look(&[("1", "S (sleeping)", 5), ("2", "S (sleeping)", 9)]);
        assert_eq!(blocked.hang_since(&blocked), Hang::Deadlock { threads: 2 });
    }

    #[test]
    fn a_thread_that_polls_is_busy_though_it_sleeps_when_looked_at() {
        let earlier = look(&[("1", "S (sleeping)", 5), ("2", "S (sleeping)", 9)]);
        let later = look(&[("1", "S (sleeping)", 5), ("2", "S (sleeping)", 80)]);
        assert_eq!(later.hang_since(&earlier), Hang::Running { threads: 2, busy: 1 });
    }

    #[test]
    fn a_loop_is_busy_though_it_is_never_switched() {
        let looping = look(&[("1", "R (running)", 5)]);
        assert_eq!(looping.hang_since(&looping), Hang::Running { threads: 1, busy: 1 });
    }

    #[test]
    fn seeing_nothing_is_no_deadlock() {
        let nothing = Look::default();
        assert_eq!(nothing.hang_since(&nothing), Hang::Running { threads: 0, busy: 0 });
    }
}
