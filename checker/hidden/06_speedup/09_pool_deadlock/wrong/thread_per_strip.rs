//@ caught-by: model
//@ because: threads of the pool
//! Threads that the pool knows nothing of.

use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Barrier, Mutex};
use std::thread;

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
    thread::scope(|scope| {
        let threads: Vec<_> = strips.iter().map(|strip| scope.spawn(|| work(strip))).collect();
        threads.into_iter().map(|thread| thread.join().expect("nobody panics")).collect()
    })
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
