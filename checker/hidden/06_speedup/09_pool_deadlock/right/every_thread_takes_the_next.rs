//! Every thread of the pool takes the next strip, until there is none.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};

pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    let (next, highest) = (AtomicUsize::new(0), AtomicU64::new(0));
    rayon::broadcast(|_| {
        while let Some(&strip) = strips.get(next.fetch_add(1, Relaxed)) {
            highest.fetch_max(height(strip), Relaxed);
        }
    });
    let highest = highest.into_inner();
    let next = AtomicUsize::new(0);
    let sheet: Vec<AtomicU64> = strips.iter().map(|_| AtomicU64::new(0)).collect();
    rayon::broadcast(|_| {
        loop {
            let place = next.fetch_add(1, Relaxed);
            let Some(&strip) = strips.get(place) else { break };
            sheet[place].store(colour(strip, highest), Relaxed);
        }
    });
    sheet.into_iter().map(AtomicU64::into_inner).collect()
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
    let inks: Vec<AtomicU64> = sheets.iter().map(|_| AtomicU64::new(0)).collect();
    let next = AtomicUsize::new(0);
    rayon::broadcast(|_| {
        while let Some(&(number, strip)) = strips.get(next.fetch_add(1, Relaxed)) {
            inks[number].fetch_add(press(strip), Relaxed);
        }
    });
    let entries = inks.into_iter().map(AtomicU64::into_inner).enumerate();
    ledger.lock().unwrap().extend(entries);
}
