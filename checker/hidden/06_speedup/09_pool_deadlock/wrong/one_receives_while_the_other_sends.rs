//@ caught-by: model
//@ because: deadlock
//! The left side of `join` waits for the right one.

use rayon::prelude::*;
use std::sync::Mutex;
use std::sync::mpsc::channel;

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let (send, heights) = channel();
    let (highest, ()) = rayon::join(
        || heights.into_iter().max().unwrap_or(0),
        || {
            let measure = |send: &mut std::sync::mpsc::Sender<u64>, &strip| {
                send.send(height(strip)).expect("the other side listens");
            };
            strips.par_iter().for_each_with(send, measure);
        },
    );
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
