//! A print shop for maps, on the threads of one pool.

use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Barrier, Mutex};

/// Paints the strips of a sheet, all to the same scale: that of the highest
/// point of the sheet.
pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    // TODO: finish on a pool that has fewer threads than the sheet has strips.
    let highest = AtomicU64::new(0);
    let all_are_measured = Barrier::new(strips.len());
    let work = |&strip| {
        highest.fetch_max(height(strip), SeqCst);
        all_are_measured.wait();
        colour(strip, highest.load(SeqCst))
    };
    strips.par_iter().map(work).collect()
}

/// Prints sheets, and enters for each of them how much ink it took.
pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    // TODO: find out what a thread that holds the ledger does while it waits.
    sheets.par_iter().enumerate().for_each(|(number, sheet)| {
        let mut ledger = ledger.lock().expect("nobody panics");
        let ink = sheet.par_iter().map(|&strip| press(strip)).sum();
        ledger.push((number, ink));
    });
}
