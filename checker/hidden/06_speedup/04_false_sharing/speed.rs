//! A log of two million statuses, counted twice with counters of eight bytes.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Long enough for the system to give each thread its turn.
const STATUSES: u64 = 2_000_000;
const TIMES: usize = 2;

#[derive(Default)]
struct Errors(AtomicU64);

impl learner::Counter for Errors {
    fn count(&self, status: u16) {
        self.0.fetch_add(u64::from(status >= 500), Relaxed);
    }

    fn add(&self, other: &Self) {
        self.0.fetch_add(other.0.load(Relaxed), Relaxed);
    }
}

impl ours::Counter for Errors {
    fn count(&self, status: u16) {
        self.0.fetch_add(u64::from(status >= 500), Relaxed);
    }

    fn add(&self, other: &Self) {
        self.0.fetch_add(other.0.load(Relaxed), Relaxed);
    }
}

fn make(trial: u64) -> Vec<u16> {
    (0..STATUSES).map(|number| 200 + ((number + trial) * 2_654_435_761 >> 7) as u16 % 400).collect()
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn serial(statuses: &mut Vec<u16>) -> u64 {
    let count = |_| {
        let errors = Errors::default();
        for &status in statuses.iter() {
            learner::Counter::count(&errors, status);
        }
        errors.0.into_inner()
    };
    (0..TIMES).map(count).sum()
}

fn of_the_learner(statuses: &mut Vec<u16>) -> u64 {
    let count = |_| learner::count_all::<Errors>(statuses, threads()).0.into_inner();
    (0..TIMES).map(count).sum()
}

fn of_ours(statuses: &mut Vec<u16>) -> u64 {
    let count = |_| ours::count_all::<Errors>(statuses, threads()).0.into_inner();
    (0..TIMES).map(count).sum()
}

harness::speed! {
    input: make,
    serial: serial,
    learner: of_the_learner,
    ours: of_ours,
    check: |one, other| one == other,
}
