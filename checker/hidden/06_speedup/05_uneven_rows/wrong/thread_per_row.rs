//@ caught-by: test
//@ because: rows under way at the same time
//! A thread for each row: balanced by the system, on more cores than there are.

pub fn render<R: Send>(
    rows: usize,
    _threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let row = &row;
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..rows).map(|number| scope.spawn(move || row(number))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    })
}
