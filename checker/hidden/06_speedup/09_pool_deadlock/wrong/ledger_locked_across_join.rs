//@ caught-by: model
//@ because: self-deadlock
//! The ledger stays locked while two halves of a sheet are printed.

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
    sheets.par_iter().enumerate().for_each(|(number, sheet)| {
        let mut ledger = ledger.lock().expect("nobody panics");
        let (left, right) = sheet.split_at(sheet.len() / 2);
        let ink = |strips: &[u32]| strips.iter().map(|&strip| press(strip)).sum::<u64>();
        let (left, right) = rayon::join(|| ink(left), || ink(right));
        ledger.push((number, left + right));
    });
}
