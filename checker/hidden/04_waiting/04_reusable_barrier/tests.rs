//! A hiker on a real thread, watched in its sleep.

use harness::{cpu_and_wall, expect};
use learner::Barrier;
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

/// A hiker waits for another and is looked at 20 times, 10 ms apart: it is
/// asleep at 10 of them or more, and leaves the CPU 8 times at most.
fn a_hiker_sleeps() {
    let barrier = Arc::new(Barrier::new(2));
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&barrier);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(own_file()).expect("the main thread listens");
        waits_at.wait();
    });
    let hiker = told.recv().expect("the hiker starts");
    sleep(Duration::from_millis(20));
    let sleeps = hiker.and_then(|file| sleeps_on(&file)).unwrap_or_else(|| {
        // Without Linux, CPU time has to do.
        let (cpu, wall) = cpu_and_wall(|| sleep(Duration::from_millis(200)));
        cpu < wall / 10
    });
    expect("a hiker that sleeps until it is woken", sleeps);
}

harness::cases![a_hiker_sleeps];
