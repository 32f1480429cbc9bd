//! Computes pictures, row by row.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

/// All rows of a picture, the first one first.
pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    // Nobody knows which rows are expensive before they are computed, so no
    // plan made in advance is good: not blocks, which put a whole cluster of
    // expensive rows on one thread, and not "every eighth row", which fails
    // when it is every eighth that is expensive. Instead a thread that is free
    // takes the next row. Whoever has cheap rows takes more of them.
    //
    // Relaxed suffices: the counter only hands out numbers, each of them once,
    // and says nothing about other memory. The results are published by the
    // end of the threads, which `join` synchronises with.
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            // Not a lock held while the row is computed: that would be one row
            // at a time. The counter is touched for nanoseconds per row.
            let number = next.fetch_add(1, Relaxed);
            if number >= rows {
                return done;
            }
            done.push((number, row(number)));
        }
    };
    // `(0..rows).into_par_iter().map(row).collect()` is the same in one line:
    // rayon halves the rows, and a thread that is free steals half of what
    // another one has left.
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no row panics")).collect()
    });
    // Who took which row is decided anew each time; the picture is not.
    done.sort_by_key(|&(number, _)| number);
    done.into_iter().map(|(_, row)| row).collect()
}
