//! A print shop for maps, on the threads of one pool.

use rayon::prelude::*;
use std::sync::Mutex;

/// Paints the strips of a sheet, all to the same scale: that of the highest
/// point of the sheet.
pub fn paint(
    strips: &[u32],
    height: impl Fn(u32) -> u64 + Send + Sync,
    colour: impl Fn(u32, u64) -> u64 + Send + Sync,
) -> Vec<u64> {
    // Two parallel loops, and the end of the first *is* the barrier. A task of
    // a pool promises to run, not to run at the same time as another: on a pool
    // with one thread the second begins when the first has ended, and a first
    // that waits for the second never ends.
    //
    // More threads would only move the number at which it hangs. A barrier
    // among threads that are all there from the start is sound, which is why
    // the starter's way works with `thread::scope`, a thread for each strip.
    let highest = strips.par_iter().map(|&strip| height(strip)).max().unwrap_or(0);
    // The second loop gets what it needs as a value. It has nothing to wait
    // for: that it runs says that the first is done.
    strips.par_iter().map(|&strip| colour(strip, highest)).collect()
}

/// Prints sheets, and enters for each of them how much ink it took.
pub fn print(
    sheets: &[Vec<u32>],
    ledger: &Mutex<Vec<(usize, u64)>>,
    press: impl Fn(u32) -> u64 + Send + Sync,
) {
    sheets.par_iter().enumerate().for_each(|(number, sheet)| {
        // First the parallel loop, without the lock. At its end this thread may
        // have to wait for a strip that another has stolen. It does not sleep
        // meanwhile but runs any other task of the pool, here on this stack,
        // and the next sheet is such a task. With the lock in hand it would ask
        // for a lock that its own stack holds, further down.
        let ink = sheet.par_iter().map(|&strip| press(strip)).sum();
        // Under the lock there is no call into rayon, nor into code that might
        // make one.
        ledger.lock().expect("nobody panics").push((number, ink));
    });
}
