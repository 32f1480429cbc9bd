//! Numbers in one channel, rows in another.

use crossbeam::channel;

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let (numbers, to_do) = channel::unbounded();
    let (done, finished) = channel::bounded(2);
    for number in 0..rows {
        numbers.send(number).unwrap();
    }
    drop(numbers);
    let mut picture: Vec<Option<R>> = (0..rows).map(|_| None).collect();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (to_do, done, row) = (to_do.clone(), done.clone(), &row);
            scope.spawn(move || {
                for number in to_do {
                    done.send((number, row(number))).unwrap();
                }
            });
        }
        drop(done);
        for (number, row) in finished {
            picture[number] = Some(row);
        }
    });
    picture.into_iter().map(Option::unwrap).collect()
}
