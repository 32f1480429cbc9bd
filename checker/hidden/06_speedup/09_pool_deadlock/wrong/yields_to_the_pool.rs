//@ caught-by: test
//@ because: stack
//! Yields to the pool: one strip is begun on top of another.

use rayon::prelude::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = AtomicU64::new(0);
    let measured = AtomicUsize::new(0);
    let work = |&strip| {
        highest.fetch_max(height(strip), SeqCst);
        measured.fetch_add(1, SeqCst);
        while measured.load(SeqCst) < strips.len() {
            rayon::yield_now();
        }
        colour(strip, highest.load(SeqCst))
    };
    strips.par_iter().with_max_len(1).map(work).collect()
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
