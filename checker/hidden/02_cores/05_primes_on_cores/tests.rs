//! Counted calls, calls that wait for one another, and made-up time.

use harness::{Calls, Rendezvous, VirtualTime, expect_at_most, expect_eq, note};
use learner::count_primes;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

fn is_prime(n: u64) -> bool {
    n > 1 && (2..).take_while(|d| d * d <= n).all(|d| !n.is_multiple_of(d))
}

/// The first so many numbers, out of order, and some of them twice.
fn list(length: u64) -> Vec<u64> {
    (0..length).map(|n| n * 7 % 97).collect()
}

/// Lists of many lengths, on 1 to 8 threads: every prime is counted.
fn count_is_right() {
    for threads in 1..=8 {
        for length in (0..20).chain([97, 100, 1000, 1001, 1003]) {
            let numbers = list(length);
            let wanted = numbers.iter().filter(|&&n| is_prime(n)).count();
            let what = format!("primes among {length} numbers, on {threads} threads");
            expect_eq(&what, count_primes(&numbers, threads, is_prime), wanted);
        }
    }
}

/// A thousand and three numbers on four threads: `is_prime` is called once for
/// each.
fn each_number_is_tested_once() {
    let calls: Vec<AtomicU32> = (0..1003).map(|_| AtomicU32::new(0)).collect();
    let numbers: Vec<u64> = (0..1003).collect();
    count_primes(&numbers, 4, |n| {
        calls[n as usize].fetch_add(1, Relaxed);
        is_prime(n)
    });
    let calls: Vec<u32> = calls.into_iter().map(AtomicU32::into_inner).collect();
    let (least, most) = (calls.iter().min(), calls.iter().max());
    expect_eq("fewest and most calls for one number", (least, most), (Some(&1), Some(&1)));
}

/// Fifty numbers on 1 to 8 threads: at most so many different threads call
/// `is_prime`.
fn no_more_callers_than_threads() {
    for threads in [1, 2, 3, 8] {
        let callers = Mutex::new(Vec::new());
        count_primes(&list(50), threads, |n| {
            let mut callers = callers.lock().expect("nobody panics");
            let me = thread::current().id();
            if !callers.contains(&me) {
                callers.push(me);
            }
            is_prime(n)
        });
        let callers = callers.into_inner().expect("nobody panics").len();
        expect_at_most("threads that called `is_prime`", callers, threads);
    }
}

thread_local! {
    /// Whether this thread has met the others.
    static HAS_MET: Cell<bool> = const { Cell::new(false) };
}

/// 20 000 multiples of 840 on four threads: the first call of each thread waits
/// until four are under way.
fn calls_are_under_way_together() {
    let numbers: Vec<u64> = (1..=20_000).map(|n| n * 840).collect();
    let (calls, rendezvous) = (Calls::new(), Rendezvous::new(4));
    count_primes(&numbers, 4, |n| {
        let _call = calls.enter();
        if !HAS_MET.replace(true) && !rendezvous.meet() {
            // One that came too late may be the fourth.
            expect_eq("calls of `is_prime` under way together", calls.peak().min(3), 4);
        }
        is_prime(n)
    });
    note("calls of `is_prime` under way together:", calls.peak() as f64, "");
}

/// Which numbers take their time.
const TIMED: u64 = 251;

/// How long a list takes whose numbers take √n each, if every thread has a core
/// of its own. The clock is stopped at every 251st number, and the others take
/// nothing: that is enough to see who does how much.
fn makespan(numbers: &[u64], threads: usize) -> (u64, BTreeSet<u64>) {
    let time = VirtualTime::new();
    let timed = Mutex::new(BTreeSet::new());
    let (ticks, _) = time.spent(|| {
        count_primes(numbers, threads, |n| {
            if n.is_multiple_of(TIMED) {
                timed.lock().expect("nobody panics").insert(n);
                time.pass(n.isqrt());
            }
            is_prime(n)
        })
    });
    (ticks, timed.into_inner().expect("nobody panics"))
}

/// The numbers 1 to 20 000, and the test of `n` takes √n: four threads need at
/// most 1.6 times a quarter of what one needs, and eight 1.6 times an eighth.
fn work_is_shared_evenly() {
    let numbers: Vec<u64> = (1..=20_000).collect();
    let alone: u64 = numbers.iter().filter(|n| n.is_multiple_of(TIMED)).map(|n| n.isqrt()).sum();
    for threads in [4, 8] {
        let (ticks, timed) = makespan(&numbers, threads);
        expect_eq("timed numbers that were tested", timed.len() as u64, 20_000 / TIMED);
        let share = ticks as f64 * threads as f64 / alone as f64;
        let speedup = alone as f64 / ticks as f64;
        note(&format!("{threads} threads with a core each are"), speedup, "times as fast as one");
        let what = format!("time of {threads} threads, as a multiple of an even share");
        expect_at_most(&what, (share * 100.0).round() / 100.0, 1.6);
    }
}

harness::cases![
    count_is_right,
    each_number_is_tested_once,
    no_more_callers_than_threads,
    calls_are_under_way_together,
    work_is_shared_evenly,
];
