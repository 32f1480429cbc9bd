//! The ledger is locked for each strip, for as long as an addition takes.

use rayon::prelude::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = AtomicU64::new(0);
    strips.par_iter().for_each(|&strip| {
        highest.fetch_max(height(strip), Relaxed);
    });
    let highest = highest.load(Relaxed);
    let sheet = Mutex::new(vec![0; strips.len()]);
    strips.par_iter().enumerate().for_each(|(place, &strip)| {
        let colour = colour(strip, highest);
        sheet.lock().unwrap()[place] = colour;
    });
    sheet.into_inner().unwrap()
}

pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    let entries = |number| (number, 0);
    ledger.lock().unwrap().extend((0..sheets.len()).map(entries));
    sheets.par_iter().enumerate().for_each(|(number, sheet)| {
        sheet.par_iter().for_each(|&strip| {
            let ink = press(strip);
            let mut entries = ledger.lock().unwrap();
            let entry = entries.iter_mut().find(|(sheet, _)| *sheet == number);
            entry.unwrap().1 += ink;
        });
    });
}
