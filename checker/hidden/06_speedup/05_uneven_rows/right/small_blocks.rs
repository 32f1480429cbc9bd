//! Blocks, but several for each thread, and whoever is free takes the next.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub fn render<R: Send>(
    rows: usize,
    threads: usize,
    row: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    let block = (rows / (4 * threads)).max(1);
    let next = AtomicUsize::new(0);
    let blocks: Mutex<Vec<(usize, Vec<R>)>> = Mutex::default();
    rayon::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|_| {
                loop {
                    let first = next.fetch_add(block, Ordering::SeqCst);
                    if first >= rows {
                        break;
                    }
                    let done = (first..rows.min(first + block)).map(&row).collect();
                    blocks.lock().unwrap().push((first, done));
                }
            });
        }
    });
    let mut blocks = blocks.into_inner().unwrap();
    blocks.sort_by_key(|block| block.0);
    blocks.into_iter().flat_map(|block| block.1).collect()
}
