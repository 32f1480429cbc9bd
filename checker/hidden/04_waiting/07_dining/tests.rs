//! Dinners on real threads.

use harness::{Rendezvous, cpu_and_wall, expect, expect_eq};
use learner::Table;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// People who share no fork sit down to eat and wait for one another in the
/// middle of their meals: seats 0 and 2 of four, 1 and 3 of five, and every
/// other seat of six.
fn who_shares_no_fork_eats_at_the_same_time() {
    for (seats, hungry) in [(4, vec![0, 2]), (5, vec![1, 3]), (6, vec![0, 2, 4])] {
        let (table, meals) = (Table::new(seats), Rendezvous::new(hungry.len()));
        let what = format!("seats {hungry:?} of {seats} that eat at the same time");
        thread::scope(|scope| {
            for seat in hungry {
                let (table, meals, what) = (&table, &meals, &what);
                scope.spawn(move || table.eat(seat, || expect(what, meals.meet())));
            }
        });
    }
}

/// Tables for two to six, and one person after the other eats twice: each call
/// of `eat` is one meal, and the forks come back.
fn one_after_the_other() {
    for seats in 2..=6 {
        let table = Table::new(seats);
        for seat in (0..seats).chain(0..seats) {
            let mut meals = 0;
            table.eat(seat, || meals += 1);
            expect_eq(&format!("meals of seat {seat} of {seats}"), meals, 1);
        }
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

/// Seat 0 has a long meal, and its neighbour is hungry. Looked at 30 times, 10
/// ms apart, the neighbour is asleep at 15 of them or more, and leaves the CPU
/// 8 times at most.
fn who_is_hungry_sleeps() {
    for (seats, neighbour) in [(4, 1), (4, 3)] {
        let table = Arc::new(Table::new(seats));
        let (tell, told) = mpsc::channel();
        let waits_at = Arc::clone(&table);
        table.eat(0, move || {
            thread::spawn(move || {
                tell.send(own_file()).expect("the main thread listens");
                waits_at.eat(neighbour, || {});
            });
            let file = told.recv().expect("the neighbour comes");
            sleep(Duration::from_millis(20));
            let sleeps = file.and_then(|file| sleeps_on(&file)).unwrap_or_else(|| {
                // Without Linux, CPU time has to do.
                let (cpu, wall) = cpu_and_wall(|| sleep(Duration::from_millis(300)));
                cpu < wall / 10
            });
            expect("a hungry neighbour who sleeps until a fork comes back", sleeps);
        });
    }
}

harness::cases![
    who_shares_no_fork_eats_at_the_same_time,
    one_after_the_other,
    who_is_hungry_sleeps
];
