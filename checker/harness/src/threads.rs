//! The threads of this process, as the system sees them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _};
use std::path::{Path, PathBuf};

const TASKS: &str = "/proc/self/task";

/// How many threads there are now, or `None` where the system does not say.
pub fn threads_now() -> Option<usize> {
    Some(fs::read_dir(TASKS).ok()?.count())
}

/// How often the threads that there are left their cores because they had to
/// wait, or `None` where the system does not say. Those that ended do not count.
pub fn switches_of_all() -> Option<u64> {
    let tasks = fs::read_dir(TASKS).ok()?.flatten();
    let counts = tasks.filter_map(|task| Some(look(&task.path().join("status"))?.1[0]));
    Some(counts.sum())
}

/// Whether every thread but the caller is blocked, or `None` where the system
/// does not say. A thread that has ended meanwhile is not.
pub fn others_are_blocked() -> Option<bool> {
    let mut files = files_of_others()?;
    Some(files.all(|file| look(&file).is_some_and(|(blocked, _)| blocked)))
}

/// What the system says of the calling thread.
pub fn own_file() -> Option<PathBuf> {
    Some(Path::new(TASKS).join(own_id()?).join("status"))
}

/// What it says of every other thread.
pub fn files_of_others() -> Option<impl Iterator<Item = PathBuf>> {
    let me = own_id()?;
    let others = fs::read_dir(TASKS).ok()?.flatten().filter(move |it| it.file_name() != *me);
    Some(others.map(|task| task.path().join("status")))
}

/// Whether a thread is blocked, and how often it was switched to or from;
/// `None` if it has ended.
pub fn look(file: &Path) -> Option<(bool, Switches)> {
    read(&fs::read_to_string(file).ok()?)
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
pub type Switches = [u64; 2];

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
        for task in fs::read_dir(TASKS).ok()?.flatten() {
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
        match status.and_then(self::read) {
            Some((true, switches)) if switches == self.switches => Moved::Still,
            Some((true, switches)) => {
                self.switches = switches;
                Moved::Since
            }
            _ => Moved::Running,
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

/// Reads `/proc/PID/task/TID/status`.
fn read(status: &str) -> Option<(bool, Switches)> {
    let blocked = matches!(field(status, "\nState:")?, "S" | "I");
    let count = |name| field(status, name)?.parse().ok();
    let counts = [count("\nvoluntary_ctxt_switches:")?, count("\nnonvoluntary_ctxt_switches:")?];
    Some((blocked, counts))
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
    fn the_state_is_not_taken_from_the_name() {
        let status = |state| {
            format!(
                "Name:\tState: R\nUmask:\t0022\nState:\t{state}\nTgid:\t7\n\
                 voluntary_ctxt_switches:\t12\nnonvoluntary_ctxt_switches:\t3\n"
            )
        };
        assert_eq!(read(&status("S (sleeping)")), Some((true, [12, 3])));
        assert_eq!(read(&status("R (running)")), Some((false, [12, 3])));
        assert_eq!(read("nonsense"), None);
        assert_eq!(read(""), None);
    }
}
