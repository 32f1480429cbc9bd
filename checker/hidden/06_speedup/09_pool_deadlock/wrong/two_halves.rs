//@ caught-by: test
//@ because: on average
//! Two tasks, however many threads there are.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let (left, right) = strips.split_at(strips.len() / 2);
    let measured = |strips: &[u32]| strips.iter().map(|&strip| height(strip)).max();
    let (one, other) = rayon::join(|| measured(left), || measured(right));
    let highest = one.max(other).unwrap_or(0);
    let painted = |strips: &[u32]| -> Vec<u64> {
        strips.iter().map(|&strip| colour(strip, highest)).collect()
    };
    let (left, right) = rayon::join(|| painted(left), || painted(right));
    [left, right].concat()
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
