//@ verdict: solved
//! `std::sync::Barrier` can be used again, and exactly one thread of each round
//! is its leader. What was written before the barrier is seen behind it, with
//! `Relaxed` too.

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

#[test]
fn two_phases() {
    const N: usize = 2;
    let barrier = Barrier::new(N);
    let cells = [const { AtomicU32::new(0) }; N];
    let leaders = AtomicU32::new(0);
    thread::scope(|s| {
        for i in 0..N {
            let (barrier, cells, leaders) = (&barrier, &cells, &leaders);
            s.spawn(move || {
                cells[i].store(1, Relaxed);
                if barrier.wait().is_leader() {
                    leaders.fetch_add(1, Relaxed);
                }
                let left = cells[(i + 1) % N].load(Relaxed);
                barrier.wait();
                cells[i].store(left + 1, Relaxed);
            });
        }
    });
    assert_eq!(leaders.into_inner(), 1);
    assert!(cells.into_iter().all(|cell| cell.into_inner() == 2));
}
