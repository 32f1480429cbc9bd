//@ caught-by: test
//@ because: makespan
//! The counter stays locked until its row is computed.

use std::sync::Mutex;

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let next = Mutex::new(0);
    let picture = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let mut next = next.lock().unwrap();
                    if *next == rows {
                        break;
                    }
                    let done = row(*next);
                    *next += 1;
                    picture.lock().unwrap().push(done);
                }
            });
        }
    });
    picture.into_inner().unwrap()
}
