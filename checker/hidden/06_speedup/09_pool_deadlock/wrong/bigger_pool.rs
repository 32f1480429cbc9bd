//@ caught-by: model
//@ because: threads of the pool
//! A pool with a thread for each strip.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Barrier, Mutex};

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = AtomicU64::new(0);
    let all_are_measured = Barrier::new(strips.len());
    let work = |&strip| {
        highest.fetch_max(height(strip), SeqCst);
        all_are_measured.wait();
        colour(strip, highest.load(SeqCst))
    };
    let pool = ThreadPoolBuilder::new().num_threads(strips.len()).build();
    let pool = pool.expect("the system has room for a pool");
    pool.install(|| strips.par_iter().with_max_len(1).map(work).collect())
}

pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    sheets.par_iter().enumerate().for_each(|(number, sheet)| {
        let ink = sheet.par_iter().map(|&strip| press(strip)).sum();
        ledger.lock().expect("nobody panics").push((number, ink));
    });
}
