//@ caught-by: model
//@ because: deadlock
//! A barrier among all threads of the pool: two sheets at once take half of them each.

use rayon::prelude::*;
use std::sync::Barrier;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let (to_measure, to_paint) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let highest = AtomicU64::new(0);
    let all_are_measured = Barrier::new(rayon::current_num_threads());
    let sheet: Vec<AtomicU64> = strips.iter().map(|_| AtomicU64::new(0)).collect();
    rayon::broadcast(|_| {
        while let Some(&strip) = strips.get(to_measure.fetch_add(1, SeqCst)) {
            highest.fetch_max(height(strip), SeqCst);
        }
        all_are_measured.wait();
        loop {
            let place = to_paint.fetch_add(1, SeqCst);
            let Some(&strip) = strips.get(place) else { break };
            sheet[place].store(colour(strip, highest.load(SeqCst)), SeqCst);
        }
    });
    sheet.into_iter().map(AtomicU64::into_inner).collect()
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
