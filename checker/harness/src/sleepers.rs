//! Threads that are to sleep until something happens, watched meanwhile.

use crate::clock::cpu_and_wall;
use crate::threads::{self, Switches};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

/// The time between two looks.
const BETWEEN: Duration = Duration::from_millis(10);

/// How often a thread that sleeps may leave its core: it yields, is interrupted,
/// or wakes without cause.
const WAKES: u64 = 8;

/// Threads of this program, as the system shows them to others; nothing, where
/// it does not.
#[derive(Debug, Clone)]
pub struct Sleepers(Option<Vec<PathBuf>>);

impl Sleepers {
    /// The calling thread, to be handed to whoever watches it.
    pub fn me() -> Self {
        Self(threads::own_file().map(|file| vec![file]))
    }

    /// All threads but the calling one.
    pub fn others() -> Self {
        Self(threads::files_of_others().map(Iterator::collect))
    }

    /// Looks at each so many times, 10 ms apart: whether it is asleep at half of
    /// them and leaves its core 8 times at most. Without Linux, CPU time has to
    /// do: whether the program uses no more than a tenth of a core meanwhile.
    pub fn sleep_on(&self, looks: u32) -> bool {
        self.look_on(looks).unwrap_or_else(|| {
            let (cpu, wall) = cpu_and_wall(|| sleep(BETWEEN * looks));
            cpu < wall / 10
        })
    }

    fn look_on(&self, looks: u32) -> Option<bool> {
        let before = self.look()?;
        let mut asleep = vec![0; before.len()];
        for _ in 0..looks {
            sleep(BETWEEN);
            for (asleep, look) in asleep.iter_mut().zip(self.look()?) {
                *asleep += u32::from(look.0);
            }
        }
        let left = |switches: Switches| switches.iter().sum::<u64>();
        let after = self.look()?;
        let mut both = before.iter().zip(after);
        let stayed = both.all(|(before, after)| left(after.1) - left(before.1) <= WAKES);
        Some(stayed && asleep.iter().all(|asleep| *asleep >= looks / 2))
    }

    /// Whether each is asleep, and how often it has left its core.
    fn look(&self) -> Option<Vec<(bool, Switches)>> {
        self.0.as_ref()?.iter().map(|file| threads::look(file)).collect()
    }

    fn are_asleep(&self) -> bool {
        let files = self.0.iter().flatten();
        // Who is gone does not come back.
        files.map(|file| threads::look(file)).all(|look| look.is_none_or(|(asleep, _)| asleep))
    }

    /// Waits until all are asleep, or for two seconds: who is slow to fall asleep
    /// is no worse for it.
    pub fn until_asleep(&self) {
        until(|| self.are_asleep());
    }

    /// The same for all threads but the calling one, also those that are started
    /// meanwhile.
    pub fn until_others_are_asleep() {
        until(|| Self::others().are_asleep());
    }
}

/// Waits until something is found five times in a row.
fn until(mut found: impl FnMut() -> bool) {
    let mut in_a_row = 0;
    for _ in 0..200 {
        sleep(BETWEEN);
        in_a_row = if found() { in_a_row + 1 } else { 0 };
        if in_a_row == 5 {
            return;
        }
    }
}

/// Several, watched together.
impl FromIterator<Sleepers> for Sleepers {
    fn from_iter<I: IntoIterator<Item = Self>>(all: I) -> Self {
        let files: Option<Vec<_>> = all.into_iter().map(|some| some.0).collect();
        Self(files.map(|files| files.concat()))
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
    use std::sync::mpsc;
    use std::thread;

    /// Whether a thread that waits like this sleeps on.
    fn sleeps(wait: impl Fn(&AtomicBool) + Sync) -> bool {
        let (over, (tell, told)) = (AtomicBool::new(false), mpsc::channel());
        thread::scope(|scope| {
            let waiter = scope.spawn(|| {
                tell.send(Sleepers::me()).expect("the test listens");
                while !over.load(Relaxed) {
                    wait(&over);
                }
            });
            let looked_at = told.recv().expect("the waiter tells");
            looked_at.until_asleep();
            let sleeps = looked_at.sleep_on(20);
            over.store(true, Relaxed);
            waiter.thread().unpark();
            sleeps
        })
    }

    #[test]
    fn who_is_parked_sleeps_and_who_polls_does_not() {
        assert!(sleeps(|_| thread::park()));
        assert!(!sleeps(|_| thread::sleep(Duration::from_millis(1))));
        assert!(!sleeps(|_| thread::yield_now()));
    }

    #[test]
    fn several_are_watched_together() {
        let gone = Sleepers(Some(vec![PathBuf::from("/proc/self/task/0/status")]));
        let both: Sleepers = [Sleepers::me(), gone].into_iter().collect();
        assert_eq!(both.0.as_ref().unwrap().len(), 2);
        assert!(both.look().is_none());
        assert!([both, Sleepers(None)].into_iter().collect::<Sleepers>().0.is_none());
    }
}
