//@ caught-by: test
//@ because: makespan
//! Deals the rows out like cards: good, unless every eighth is an ace.

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let row = &row;
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..threads)
            .map(|first| {
                let hand = (first..rows).step_by(threads);
                scope.spawn(move || hand.map(row).collect::<Vec<R>>())
            })
            .collect();
        let mut hands: Vec<_> =
            hands.into_iter().map(|hand| hand.join().unwrap().into_iter()).collect();
        (0..rows).map(|number| hands[number % threads].next().unwrap()).collect()
    })
}
