//@ verdict: panic
//! One barrier between reading and writing is missing: a neighbour may write
//! before this thread has read.

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

#[test]
fn two_phases() {
    const N: usize = 2;
    let barrier = Barrier::new(N);
    let cells = [const { AtomicU32::new(0) }; N];
    thread::scope(|s| {
        for i in 0..N {
            let (barrier, cells) = (&barrier, &cells);
            s.spawn(move || {
                cells[i].store(1, SeqCst);
                barrier.wait();
                let left = cells[(i + 1) % N].load(SeqCst);
                cells[i].store(left + 1, SeqCst);
            });
        }
    });
    assert!(cells.into_iter().all(|cell| cell.into_inner() == 2));
}
