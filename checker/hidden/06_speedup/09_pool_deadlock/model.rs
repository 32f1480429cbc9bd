//! Small sheets on the smallest pools.

use harness::expect_eq;
use learner::{paint, print};
use rayon::ThreadPoolBuilder;
use std::sync::Mutex;

fn on_a_pool<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("the system has room for a pool").install(work)
}

/// Called by whoever measures, paints or prints a strip.
fn expect_pool_of(threads: usize) {
    let what = "threads of the pool in which a strip is worked on";
    expect_eq(what, rayon::current_num_threads(), threads);
}

fn height(strip: u32, threads: usize) -> u64 {
    expect_pool_of(threads);
    u64::from(strip)
}

fn expect_painted(strips: &[u32], threads: usize) {
    let sheet = on_a_pool(threads, || {
        paint(
            strips,
            |strip| height(strip, threads),
            |strip, highest| highest * 100 + height(strip, threads),
        )
    });
    let highest = u64::from(strips.iter().copied().max().unwrap_or(0));
    let wanted = strips.iter().map(|&strip| highest * 100 + u64::from(strip)).collect();
    expect_eq("the sheet", sheet, wanted);
}

fn expect_printed(sheets: &[Vec<u32>], threads: usize) {
    let ledger = Mutex::new(vec![]);
    on_a_pool(threads, || print(sheets, &ledger, |it| height(it, threads)));
    let mut entries = ledger.into_inner().expect("nobody panics");
    entries.sort_unstable();
    let ink = |sheet: &Vec<u32>| sheet.iter().copied().map(u64::from).sum();
    let wanted: Vec<(usize, u64)> = sheets.iter().map(ink).enumerate().collect();
    expect_eq("the entries of the ledger, sorted", entries, wanted);
}

/// A pool with one thread paints a sheet of two strips.
fn one_thread_paints() {
    expect_painted(&[1, 2], 1);
}

/// A pool of two threads paints a sheet of two strips.
fn two_threads_paint() {
    expect_painted(&[2, 1], 2);
}

/// Two tasks of a pool of two threads paint a sheet each, of two strips and of
/// one.
fn two_tasks_paint() {
    let paint = |strips: &[u32]| paint(strips, |it| height(it, 2), |it, _| height(it, 2));
    let (one, other) = on_a_pool(2, || rayon::join(|| paint(&[1, 2]), || paint(&[3])));
    expect_eq("the sheets", (one, other), (vec![1, 2], vec![3]));
}

/// A pool with one thread prints two sheets of two strips each.
fn one_thread_prints() {
    expect_printed(&[vec![1, 2], vec![3, 4]], 1);
}

/// A pool of two threads prints a sheet of two strips and one of one.
fn two_threads_print() {
    expect_printed(&[vec![1, 2], vec![3]], 2);
}

/// A pool of three threads prints a sheet of two strips and two sheets of one
/// strip each.
fn three_threads_print() {
    expect_printed(&[vec![1, 2], vec![3], vec![4]], 3);
}

/// A pool of two threads: one task prints a sheet of one strip, and the other
/// one makes an entry of its own.
fn somebody_else_makes_an_entry() {
    let ledger = Mutex::new(vec![]);
    let entry = || ledger.lock().expect("nobody panics").push((7, 70));
    on_a_pool(2, || rayon::join(|| print(&[vec![1]], &ledger, |it| height(it, 2)), entry));
    let mut entries = ledger.into_inner().expect("nobody panics");
    entries.sort_unstable();
    expect_eq("the entries of the ledger, sorted", entries, vec![(0, 1), (7, 70)]);
}

harness::models![
    one_thread_paints,
    two_threads_paint,
    two_tasks_paint,
    one_thread_prints,
    two_threads_print,
    three_threads_print,
    somebody_else_makes_an_entry,
];
