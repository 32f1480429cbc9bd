//! When a program is given up, and why.

use super::MAX_THREADS;
use super::threads::{self, Look};
use crate::finding::Hang;
use rustix::process::Pid;
use std::time::{Duration, Instant};

/// How often every thread is looked at.
const LOOK: Duration = Duration::from_millis(250);

/// How long a program may take to leave once the harness has told the end.
const LEAVING: Duration = Duration::from_millis(250);

/// A program none of whose threads moves is given up after this share of its
/// time, but not before [`QUIET_AT_LEAST`]: waiting on would show the same.
const QUIET_SHARE: u32 = 4;
const QUIET_AT_LEAST: Duration = Duration::from_secs(1);

/// A program that ran for less than this share of the time, and was ready for
/// longer than it ran, was not let run. One that keeps itself from running, with
/// many threads, uses the CPUs all the same.
const LET_RUN: f64 = 0.3;

/// Why a program was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// The harness told the end, but the program is still there.
    Lingering,
    Hang(Hang),
    /// Its time is over, and others had the CPUs for most of it.
    Starved,
    Threads(usize),
}

/// The patience with one program.
#[derive(Debug)]
pub struct Patience {
    start: Instant,
    deadline: Instant,
    look_every: Duration,
    quiet_limit: Duration,
    look: Look,
    looked: Instant,
    /// When a thread was last seen to have moved.
    moved: Instant,
    /// When the harness was first known to have told the end.
    told: Option<Instant>,
}

impl Patience {
    pub fn new(time: Duration, start: Instant) -> Self {
        Self {
            start,
            deadline: start + time,
            look_every: LOOK.min(time / 4),
            quiet_limit: (time / QUIET_SHARE).max(QUIET_AT_LEAST),
            look: Look::default(),
            looked: start,
            moved: start,
            told: None,
        }
    }

    /// Looks at the program; says why it is to be given up, if it is.
    pub fn with(&mut self, program: Pid, told: bool, now: Instant) -> Option<Given> {
        let program = program.as_raw_nonzero().get().unsigned_abs();
        if told {
            let told = *self.told.get_or_insert(now);
            return (now - told > LEAVING).then_some(Given::Lingering);
        }
        let count = threads::count(program);
        if count > MAX_THREADS {
            return Some(Given::Threads(count));
        }
        let over = now >= self.deadline;
        // The last two looks are to be some time apart.
        let soon_over = now + self.look_every / 2 >= self.deadline;
        if !over && (soon_over || now - self.looked < self.look_every) {
            return None;
        }
        let latest = Look::at(program);
        let hang = latest.hang_since(&self.look);
        if matches!(hang, Hang::Running { .. }) {
            self.moved = now;
        }
        (self.look, self.looked) = (latest, now);
        let quiet = now - self.moved >= self.quiet_limit;
        if over && matches!(hang, Hang::Running { .. }) && is_starved(program, now - self.start) {
            return Some(Given::Starved);
        }
        (over || quiet).then_some(Given::Hang(hang))
    }
}

fn is_starved(program: u32, time: Duration) -> bool {
    let (ran, ready) = threads::ran_and_ready(program);
    ready > ran && Duration::from_nanos(ran).as_secs_f64() < LET_RUN * time.as_secs_f64()
}
