//@ caught-by: test
//@ because: rows on
//! Balances well, and hangs the rows up as they come in.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    // Counts down, as the threads of a rocket do.
    let left = AtomicUsize::new(rows);
    let picture = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Ok(before) =
                    left.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1))
                {
                    let done = row(before - 1);
                    picture.lock().unwrap().push(done);
                }
            });
        }
    });
    picture.into_inner().unwrap()
}
