//@ caught-by: test
//@ because: makespan
//! One row for each thread, then everybody waits for the slowest.

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let row = &row;
    let mut picture = Vec::new();
    for first in (0..rows).step_by(threads) {
        std::thread::scope(|scope| {
            let round: Vec<_> = (first..rows.min(first + threads))
                .map(|number| scope.spawn(move || row(number)))
                .collect();
            picture.extend(round.into_iter().map(|worker| worker.join().unwrap()));
        });
    }
    picture
}
