//@ caught-by: model
//@ because: entries of the ledger
//! Takes the ledger out, adds its entries, and puts it back over those that
//! somebody else has made meanwhile.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let piece = strips.len().div_ceil(rayon::current_num_threads()).max(1);
    let highest: Vec<u64> = strips
        .par_chunks(piece)
        .map(|strips| strips.iter().map(|&strip| height(strip)).max().unwrap_or(0))
        .collect();
    let highest = highest.into_iter().max().unwrap_or(0);
    let sheet: Vec<Vec<u64>> = strips
        .par_chunks(piece)
        .map(|strips| strips.iter().map(|&strip| colour(strip, highest)).collect())
        .collect();
    sheet.concat()
}

pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    let strips: Vec<(usize, u32)> = sheets
        .iter()
        .enumerate()
        .flat_map(|(number, sheet)| sheet.iter().map(move |&strip| (number, strip)))
        .collect();
    let inks: Vec<(usize, u64)> =
        strips.par_iter().map(|&(number, strip)| (number, press(strip))).collect();
    let mut entries: Vec<(usize, u64)> = (0..sheets.len()).map(|number| (number, 0)).collect();
    for (number, ink) in inks {
        entries[number].1 += ink;
    }
    let mut so_far = std::mem::take(&mut *ledger.lock().unwrap());
    so_far.extend(entries);
    *ledger.lock().unwrap() = so_far;
}
