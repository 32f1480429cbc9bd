//! A waiter on a real thread, watched while it sleeps.

use harness::{cpu_and_wall, expect, expect_at_most};
use learner::Latch;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

const CLOSED_FOR: Duration = Duration::from_millis(300);

/// Where Linux keeps what it knows of the calling thread.
fn own_file() -> Option<PathBuf> {
    Some(Path::new("/proc").join(fs::read_link("/proc/thread-self").ok()?).join("status"))
}

/// How often that thread went to sleep so far.
fn sleeps(file: &Path) -> Option<u64> {
    let status = fs::read_to_string(file).ok()?;
    let count = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
    count?.trim().parse().ok()
}

/// A thread waits 300 ms at a closed latch: it sleeps, and nothing wakes it.
fn a_waiter_sleeps() {
    let latch = Arc::new(Latch::new());
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&latch);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        let file = own_file();
        let before = file.as_deref().and_then(sleeps);
        tell.send(file.zip(before)).expect("the main thread listens");
        waits_at.wait();
    });
    let waiter = told.recv().expect("the waiter starts");
    let (cpu, _) = cpu_and_wall(|| thread::sleep(CLOSED_FOR));
    let slept = waiter.and_then(|(file, before)| Some(sleeps(&file)? - before));
    latch.open();
    let cpu = Duration::from_millis(cpu.as_millis() as u64);
    expect_at_most("CPU time used while waiting 300 ms", cpu, CLOSED_FOR / 10);
    expect("a waiter that sleeps until it is woken", slept.is_none_or(|times| times <= 8));
}

harness::cases![a_waiter_sleeps];
