//@ caught-by: test
//@ because: makespan
//! Takes less and less, and an eighth of the picture at first.

use std::sync::Mutex;

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let left = Mutex::new(0..rows);
    let take = || {
        let mut left = left.lock().unwrap();
        let share = (left.len() / threads).max(1).min(left.len());
        let (first, end) = (left.start, left.start + share);
        left.start = end;
        first..end
    };
    let picture = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut share = take();
                while !share.is_empty() {
                    for number in share {
                        let row = row(number);
                        picture.lock().unwrap().push((number, row));
                    }
                    share = take();
                }
            });
        }
    });
    let mut picture = picture.into_inner().unwrap();
    picture.sort_by_key(|&(number, _)| number);
    picture.into_iter().map(|(_, row)| row).collect()
}
