//@ caught-by: test
//@ because: makespan
//! Mixes the rows well and deals them out in advance: no picture looks like that,
//! but one.

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let row = &row;
    let thread_of = |number: usize| (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    let mut picture: Vec<(usize, R)> = std::thread::scope(|scope| {
        let deal = |thread| {
            let numbers = 0..rows;
            let own = numbers.filter(move |&number| thread_of(number) % threads as u64 == thread);
            scope.spawn(move || own.map(|number| (number, row(number))).collect::<Vec<_>>())
        };
        let workers: Vec<_> = (0..threads as u64).map(deal).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    picture.sort_by_key(|&(number, _)| number);
    picture.into_iter().map(|(_, row)| row).collect()
}
