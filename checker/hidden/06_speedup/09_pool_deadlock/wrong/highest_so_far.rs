//@ caught-by: model
//@ because: the sheet
//! Nobody waits: strips are painted to the highest point so far.

use rayon::prelude::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = AtomicU64::new(0);
    let work = |&strip| {
        highest.fetch_max(height(strip), SeqCst);
        colour(strip, highest.load(SeqCst))
    };
    strips.par_iter().map(work).collect()
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
