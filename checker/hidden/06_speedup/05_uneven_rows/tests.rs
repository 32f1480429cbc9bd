//! Rows that take made-up time, on eight threads.

use harness::{Calls, VirtualTime, expect_at_most, expect_eq};
use learner::render;
use rayon::ThreadPoolBuilder;
use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread::{self, ThreadId};

const THREADS: usize = 8;
const ROWS: usize = 64;

/// A picture with a bright middle: the ticks of each eight rows in a row.
const BRIGHT_MIDDLE: [u64; 8] = [2, 5, 15, 25, 20, 8, 3, 2];

/// What a row becomes; no two are the same.
fn painted(number: usize) -> Vec<String> {
    vec![format!("row {number}")]
}

fn on_a_pool<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("the system has room for a pool").install(work)
}

/// Pictures of many sizes on 1, 2, 3 and 8 threads: all rows, in order.
fn rows_are_in_order() {
    for threads in [1, 2, 3, 8] {
        for rows in [0, 1, 2, 3, 7, 8, 9, 10, 17, 64, 100] {
            let picture = on_a_pool(threads, || render(rows, threads, painted));
            let wanted: Vec<_> = (0..rows).map(painted).collect();
            expect_eq(&format!("{rows} rows on {threads} threads"), picture, wanted);
        }
    }
}

/// A hundred rows on eight threads: each is computed once.
fn each_row_is_computed_once() {
    let calls: Vec<AtomicU32> = (0..100).map(|_| AtomicU32::new(0)).collect();
    on_a_pool(THREADS, || render(100, THREADS, |number| calls[number].fetch_add(1, Relaxed)));
    let calls: Vec<u32> = calls.into_iter().map(AtomicU32::into_inner).collect();
    let (fewest, most) = (calls.iter().min(), calls.iter().max());
    expect_eq("fewest and most calls for one row", (fewest, most), (Some(&1), Some(&1)));
}

/// Renders rows that take so many ticks; expects the makespan to be at most
/// 2.2 times what no program can be below. Returns the work and the makespan.
fn makespan(ticks: impl Fn(usize) -> u64 + Sync) -> (u64, u64) {
    let all: Vec<u64> = (0..ROWS).map(&ticks).collect();
    let work: u64 = all.iter().sum();
    let longest = *all.iter().max().expect("there are rows");
    let least = work.div_ceil(THREADS as u64).max(longest);
    let (time, under_way) = (VirtualTime::new(), Calls::new());
    let (taken, _) = on_a_pool(THREADS, || {
        time.spent(|| {
            render(ROWS, THREADS, |number| {
                let _call = under_way.enter();
                time.pass(ticks(number));
            })
        })
    });
    expect_at_most("rows under way at the same time", under_way.peak(), THREADS);
    let what =
        format!("makespan in ticks, of rows that take {work} together and {longest} at most");
    expect_at_most(&what, taken, least * 22 / 10);
    (work, taken)
}

fn takes_little_longer_than_it_must(which: &str, ticks: impl Fn(usize) -> u64 + Sync) {
    let (work, taken) = makespan(ticks);
    let what = format!("makespan of {which}, {work} ticks of work on {THREADS} threads");
    harness::note(&what, taken as f64, "ticks");
}

/// 64 rows on eight threads. Those in the middle take 25 ticks, those at the
/// edges 2.
fn expensive_rows_are_neighbours() {
    takes_little_longer_than_it_must("expensive neighbours", |number| BRIGHT_MIDDLE[number / 8]);
}

/// 64 rows on eight threads. Every eighth row takes 40 ticks, the others 1.
fn every_eighth_row_is_expensive() {
    takes_little_longer_than_it_must("every eighth row expensive", |number| {
        if number % 8 == 3 { 40 } else { 1 }
    });
}

/// 64 rows on eight threads that take 10 ticks each.
fn all_rows_are_alike() {
    takes_little_longer_than_it_must("rows all alike", |_| 10);
}

/// 64 rows on eight threads. First all take 5 ticks. Then those take 15 ticks that
/// one thread has computed, and the others 5 again: for each thread in turn.
fn rows_of_one_thread_are_expensive() {
    let time = VirtualTime::new();
    let rows_of: Mutex<HashMap<ThreadId, Vec<usize>>> = Mutex::default();
    on_a_pool(THREADS, || {
        render(ROWS, THREADS, |number| {
            let mut rows_of = rows_of.lock().expect("nobody panics");
            rows_of.entry(thread::current().id()).or_default().push(number);
            drop(rows_of);
            time.pass(5);
        })
    });
    for expensive in rows_of.into_inner().expect("nobody panics").values() {
        makespan(|number| if expensive.contains(&number) { 15 } else { 5 });
    }
}

harness::cases![
    rows_are_in_order,
    each_row_is_computed_once,
    expensive_rows_are_neighbours,
    every_eighth_row_is_expensive,
    rows_of_one_thread_are_expensive,
    all_rows_are_alike,
];
