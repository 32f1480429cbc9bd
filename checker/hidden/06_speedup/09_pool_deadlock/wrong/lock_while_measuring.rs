//@ caught-by: test
//@ because: measured at the same time
//! The guard of the maximum lives while a strip is measured.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = Mutex::new(0);
    strips.par_iter().for_each(|&strip| {
        let mut highest = highest.lock().expect("nobody panics");
        *highest = height(strip).max(*highest);
    });
    let highest = highest.into_inner().expect("nobody panics");
    strips.par_iter().map(|&strip| colour(strip, highest)).collect()
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
