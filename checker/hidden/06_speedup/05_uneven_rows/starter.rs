//! Computes pictures, row by row.

use std::thread;

/// All rows of a picture, the first one first.
pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    // TODO: the rows take very different times; keep all threads busy.
    let share = rows.div_ceil(threads).max(1);
    let row = &row;
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let (first, end) = (worker * share, (worker + 1) * share);
                scope.spawn(move || (first..end.min(rows)).map(row).collect::<Vec<R>>())
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no row panics")).collect()
    })
}
