//@ caught-by: test
//@ because: at the same time
//! No task ever waits for another, and none runs beside another.

use std::sync::Mutex;

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let highest = strips.iter().map(|&strip| height(strip)).max().unwrap_or(0);
    strips.iter().map(|&strip| colour(strip, highest)).collect()
}

pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    for (number, sheet) in sheets.iter().enumerate() {
        let ink = sheet.iter().map(|&strip| press(strip)).sum();
        ledger.lock().expect("nobody panics").push((number, ink));
    }
}
