//! A waiter on a real thread, watched while it sleeps.

use harness::{cpu_and_wall, expect};
use learner::Latch;
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

/// Looks at the thread 30 times, 10 ms apart: it is asleep at half of them and
/// left the CPU 8 times at most.
fn sleeps_on(file: &Path) -> Option<bool> {
    let before = look(file)?.left;
    let mut asleep = 0;
    for _ in 0..30 {
        sleep(Duration::from_millis(10));
        asleep += usize::from(look(file)?.asleep);
    }
    Some(asleep >= 15 && look(file)?.left - before <= 8)
}

/// A thread waits at a closed latch and is looked at 30 times, 10 ms apart: it
/// is asleep at 15 of them or more, and leaves the CPU 8 times at most.
fn a_waiter_sleeps() {
    let latch = Arc::new(Latch::new());
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&latch);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(own_file()).expect("the main thread listens");
        waits_at.wait();
    });
    let waiter = told.recv().expect("the waiter starts");
    sleep(Duration::from_millis(20));
    let sleeps = waiter.and_then(|file| sleeps_on(&file)).unwrap_or_else(|| {
        // Without Linux, CPU time has to do.
        let (cpu, wall) = cpu_and_wall(|| sleep(Duration::from_millis(300)));
        cpu < wall / 10
    });
    expect("a waiter that sleeps until it is woken", sleeps);
}

harness::cases![a_waiter_sleeps];
