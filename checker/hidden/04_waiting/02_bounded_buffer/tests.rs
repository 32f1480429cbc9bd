//! A longer shelf, and sleepers on real threads that are watched.

use harness::{cpu_and_wall, expect, expect_eq};
use learner::BoundedBuffer;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// One thread at a shelf with seven places fills it, empties half of it, fills
/// it again and sweeps it, over and over: every plate comes out once, in order.
fn seven_places() {
    let shelf = BoundedBuffer::new(7);
    let (mut put, mut served) = (0_u32, Vec::new());
    for _ in 0..5 {
        for puts in [7, 3] {
            for _ in 0..puts {
                shelf.put(put.to_string());
                put += 1;
            }
            if puts == 7 {
                served.extend((0..3).map(|_| shelf.take()));
            }
        }
        let swept = shelf.take_all();
        expect_eq("plates swept off a full shelf", swept.len(), 7);
        served.extend(swept);
    }
    let wanted: Vec<String> = (0..put).map(|plate| plate.to_string()).collect();
    expect_eq("plates in the order they left the shelf", served, wanted);
    expect_eq("plates swept off an empty shelf", shelf.take_all().len(), 0);
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

/// Whether a thread that does `wait` at the shelf sleeps there.
fn sleeps_at(shelf: BoundedBuffer<u32>, wait: fn(&BoundedBuffer<u32>)) -> bool {
    let shelf = Arc::new(shelf);
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&shelf);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(own_file()).expect("the main thread listens");
        wait(&waits_at);
    });
    let waiter = told.recv().expect("the thread starts");
    sleep(Duration::from_millis(20));
    waiter.and_then(|file| sleeps_on(&file)).unwrap_or_else(|| {
        // Without Linux, CPU time has to do.
        let (cpu, wall) = cpu_and_wall(|| sleep(Duration::from_millis(200)));
        cpu < wall / 10
    })
}

/// A waiter stands before an empty shelf and is looked at 20 times, 10 ms
/// apart: it is asleep at 10 of them or more, and leaves the CPU 8 times at
/// most.
fn a_waiter_sleeps() {
    let empty = BoundedBuffer::new(1);
    expect("a waiter that sleeps until it is woken", sleeps_at(empty, |shelf| drop(shelf.take())));
}

/// A cook stands before a full shelf and is looked at 20 times, 10 ms apart:
/// she is asleep at 10 of them or more, and leaves the CPU 8 times at most.
fn a_cook_sleeps() {
    let full = BoundedBuffer::new(1);
    full.put(1);
    expect("a cook who sleeps until she is woken", sleeps_at(full, |shelf| shelf.put(2)));
}

harness::cases![seven_places, a_waiter_sleeps, a_cook_sleeps];
