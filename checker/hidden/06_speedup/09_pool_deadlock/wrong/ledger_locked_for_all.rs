//@ caught-by: test
//@ because: not locked while a strip is printed
//! One lock around everything: nobody else can wait for it.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = strips.par_iter().map(|&strip| height(strip)).max().unwrap_or(0);
    strips.par_iter().map(|&strip| colour(strip, highest)).collect()
}

pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    let mut ledger = ledger.lock().expect("nobody panics");
    let ink = |sheet: &Vec<u32>| sheet.par_iter().map(|&strip| press(strip)).sum();
    let inks: Vec<u64> = sheets.par_iter().map(ink).collect();
    ledger.extend(inks.into_iter().enumerate());
}
