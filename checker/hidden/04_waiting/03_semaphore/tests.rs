//! Permits of one thread, and a customer on a real thread that is watched.

use harness::{cpu_and_wall, expect, expect_eq};
use learner::Semaphore;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// One thread takes a hundred permits out of a hundred, is refused one more,
/// and gives them back in another order: the numbers are right all the while.
fn a_hundred_permits() {
    let semaphore = Semaphore::new(100);
    let mut permits = Vec::new();
    for taken in 1..=100 {
        permits.push(if taken % 2 == 0 {
            semaphore.acquire()
        } else {
            semaphore.try_acquire().unwrap_or_else(|| {
                expect("a permit while some are free", false);
                semaphore.acquire()
            })
        });
        expect_eq("free permits", semaphore.available(), 100 - taken);
    }
    expect("no permit beyond the hundredth", semaphore.try_acquire().is_none());
    while !permits.is_empty() {
        drop(permits.swap_remove(permits.len() / 2));
        expect_eq("free permits", semaphore.available(), 100 - permits.len());
    }
}

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

/// The only permit is out. A customer waits for it and is looked at 20 times,
/// 10 ms apart: it is asleep at 10 of them or more, and leaves the CPU 8 times
/// at most.
fn a_customer_sleeps() {
    let semaphore = Arc::new(Semaphore::new(1));
    let _held = semaphore.acquire();
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&semaphore);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(own_file()).expect("the main thread listens");
        drop(waits_at.acquire());
    });
    let customer = told.recv().expect("the customer starts");
    sleep(Duration::from_millis(20));
    let sleeps = customer.and_then(|file| sleeps_on(&file)).unwrap_or_else(|| {
        // Without Linux, CPU time has to do.
        let (cpu, wall) = cpu_and_wall(|| sleep(Duration::from_millis(200)));
        cpu < wall / 10
    });
    expect("a customer that sleeps until it is woken", sleeps);
}

harness::cases![a_hundred_permits, a_customer_sleeps];
