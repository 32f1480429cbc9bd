//! A ferryman on a real thread, watched in his sleep.

use harness::{cpu_and_wall, expect};
use learner::Parker;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// What Linux knows of a thread.
struct Look {
    asleep: bool,
    /// How often it left the CPU so far: slept, yielded, or was interrupted.
    left: u64,
}

fn own_file() -> Option<PathBuf> {
    Some(Path::new("/proc").join(fs::read_link("/proc/thread-self").ok()?).join("status"))
}

fn look(file: &Path) -> Option<Look> {
    let status = fs::read_to_string(file).ok()?;
    let left = status.lines().filter(|line| line.contains("voluntary_ctxt_switches:"));
    let left = left.filter_map(|line| line.split_whitespace().last()?.parse::<u64>().ok()).sum();
    Some(Look { asleep: status.contains("State:\tS"), left })
}

/// Looks at the thread 20 times, 10 ms apart: it is asleep at half of them and
/// left the CPU 8 times at most.
fn sleeps_on(file: &Path) -> Option<bool> {
    let before = look(file)?.left;
    let mut asleep = 0;
    for _ in 0..20 {
        sleep(Duration::from_millis(10));
        asleep += usize::from(look(file)?.asleep);
    }
    Some(asleep >= 10 && look(file)?.left - before <= 8)
}

/// A ferryman parks and is looked at 20 times, 10 ms apart: he is asleep at 10
/// of them or more, and leaves the CPU 8 times at most.
fn a_ferryman_sleeps() {
    let bank = Arc::new(Parker::new());
    let (tell, told) = mpsc::channel();
    let parks_at = Arc::clone(&bank);
    // Not joined: that he wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(own_file()).expect("the main thread listens");
        parks_at.park();
    });
    let ferryman = told.recv().expect("the ferryman starts");
    sleep(Duration::from_millis(20));
    let sleeps = ferryman.and_then(|file| sleeps_on(&file)).unwrap_or_else(|| {
        // Without Linux, CPU time has to do.
        let (cpu, wall) = cpu_and_wall(|| sleep(Duration::from_millis(200)));
        cpu < wall / 10
    });
    expect("a ferryman who sleeps until he is woken", sleeps);
}

harness::cases![a_ferryman_sleeps];
