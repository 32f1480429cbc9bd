//! The threads of this process, as the system sees them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _};

/// How many threads there are now, or `None` where the system does not say.
pub fn threads_now() -> Option<usize> {
    Some(fs::read_dir("/proc/self/task").ok()?.count())
}

/// How often the threads that there are left their cores because they had to
/// wait, or `None` where the system does not say. Those that ended do not count.
pub fn switches_of_all() -> Option<u64> {
    let tasks = fs::read_dir("/proc/self/task").ok()?.flatten();
    let counts = tasks.filter_map(|task| {
        let status = fs::read_to_string(task.path().join("status")).ok()?;
        Some(switches(&status)?[0])
    });
    Some(counts.sum())
}

/// Whether every thread but the caller is blocked, or `None` where the system
/// does not say.
pub fn others_are_blocked() -> Option<bool> {
    let me = own_id()?;
    for task in fs::read_dir("/proc/self/task").ok()? {
        let task = task.ok()?;
        if task.file_name().to_str() == Some(&me) {
            continue;
        }
        // A thread whose file is gone has ended meanwhile: not blocked.
        let Ok(stat) = fs::read_to_string(task.path().join("stat")) else {
            return Some(false);
        };
        if !is_blocked(&stat)? {
            return Some(false);
        }
    }
    Some(true)
}

/// Reads the state from a line of `/proc/PID/stat`. It follows the name, which
/// stands in parentheses and may itself hold any character.
fn is_blocked(stat: &str) -> Option<bool> {
    let (_, rest) = stat.rsplit_once(')')?;
    Some(matches!(rest.trim_start().chars().next()?, 'S' | 'I'))
}

/// Looks in a row that must find the same.
const LOOKS: usize = 3;

/// Looks at the same threads again and again; their files are kept open.
#[derive(Debug, Default)]
pub struct Watch(BTreeMap<String, Task>);

#[derive(Debug)]
struct Task {
    status: File,
    /// How often it was switched to or from, as of the last look.
    switches: Switches,
}

/// Voluntary and involuntary.
type Switches = [u64; 2];

impl Watch {
    /// Whether every other thread is blocked, and none can be about to go on;
    /// `None` where the system does not say.
    ///
    /// Threads are looked at one after another, so a single look may find each
    /// of two blocked that keep waking one another. But then one of them has
    /// been switched to before the next look.
    pub fn all_others_stay_blocked(&mut self) -> Option<bool> {
        let me = own_id()?;
        for look in 0..LOOKS {
            match self.look(&me)? {
                Moved::Still => {}
                Moved::Since if look == 0 => {}
                Moved::Since | Moved::Running => return Some(false),
            }
        }
        Some(true)
    }

    fn look(&mut self, me: &str) -> Option<Moved> {
        let mut all = Moved::Still;
        let mut seen = 0;
        for task in fs::read_dir("/proc/self/task").ok()?.flatten() {
            let id = task.file_name().into_string().ok()?;
            if id == me {
                continue;
            }
            seen += 1;
            let task = match self.0.entry(id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => match File::open(task.path().join("status")) {
                    Ok(status) => new.insert(Task { status, switches: [u64::MAX; 2] }),
                    // It has ended meanwhile; perhaps somebody waits for that.
                    Err(_) => return Some(Moved::Running),
                },
            };
            match task.look() {
                Moved::Still => {}
                Moved::Since => all = Moved::Since,
                Moved::Running => return Some(Moved::Running),
            }
        }
        if seen < self.0.len() {
            self.0.clear();
            return Some(Moved::Running);
        }
        Some(all)
    }
}

impl Task {
    fn look(&mut self) -> Moved {
        let mut buffer = [0; 4096];
        let read = self.status.rewind().and_then(|()| self.status.read(&mut buffer));
        let status = read.ok().and_then(|length| str::from_utf8(&buffer[..length]).ok());
        match status.and_then(switches_if_blocked) {
            Some(switches) if switches == self.switches => Moved::Still,
            Some(switches) => {
                self.switches = switches;
                Moved::Since
            }
            None => Moved::Running,
        }
    }
}

/// What a look found.
enum Moved {
    /// All are where they were at the last look.
    Still,
    /// All are blocked, and some have run since the last look.
    Since,
    Running,
}

/// The counts of a thread that is blocked, from `/proc/PID/task/TID/status`.
fn switches_if_blocked(status: &str) -> Option<Switches> {
    let blocked = matches!(field(status, "\nState:")?, "S" | "I");
    if blocked { switches(status) } else { None }
}

fn switches(status: &str) -> Option<Switches> {
    let count = |name| field(status, name)?.parse().ok();
    Some([count("\nvoluntary_ctxt_switches:")?, count("\nnonvoluntary_ctxt_switches:")?])
}

fn field<'a>(status: &'a str, name: &str) -> Option<&'a str> {
    status.rsplit_once(name)?.1.split_whitespace().next()
}

#[cfg(target_os = "linux")]
fn own_id() -> Option<String> {
    Some(rustix::thread::gettid().as_raw_nonzero().to_string())
}

#[cfg(not(target_os = "linux"))]
fn own_id() -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_follows_the_name_whatever_the_name_is() {
        assert_eq!(is_blocked("7 (a) R) S 1 7"), Some(true));
        assert_eq!(is_blocked("7 (S) R 1 7"), Some(false));
        assert_eq!(is_blocked("nonsense"), None);
    }

    #[test]
    fn switches_are_counted_of_blocked_threads_only() {
        let status = |state| {
            format!(
                "Name:\tState: R\nUmask:\t0022\nState:\t{state}\nTgid:\t7\n\
                 voluntary_ctxt_switches:\t12\nnonvoluntary_ctxt_switches:\t3\n"
            )
        };
        assert_eq!(switches_if_blocked(&status("S (sleeping)")), Some([12, 3]));
        assert_eq!(switches_if_blocked(&status("R (running)")), None);
        assert_eq!(switches_if_blocked(""), None);
    }
}
