//! `std::sync::Barrier`.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

#[test]
fn one_thread_of_each_round_leads() {
    let barrier = Barrier::new(2);
    let leaders = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..2 {
                    leaders.fetch_add(usize::from(barrier.wait().is_leader()), Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(leaders.into_inner(), 2);
}

#[test]
fn nobody_goes_on_before_all_have_come() {
    let barrier = Barrier::new(3);
    let came = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                came.fetch_add(1, Ordering::Relaxed);
                barrier.wait();
                assert_eq!(came.load(Ordering::Relaxed), 3);
            });
        }
    });
}

#[test]
fn a_barrier_for_one_or_none_lets_everyone_through() {
    for size in [0, 1] {
        let barrier = Barrier::new(size);
        assert!(barrier.wait().is_leader());
        assert!(barrier.wait().is_leader());
    }
}

#[test]
fn it_can_be_printed() {
    let barrier = Barrier::new(1);
    assert_eq!(format!("{barrier:?}"), "Barrier { .. }");
    assert_eq!(format!("{:?}", barrier.wait()), "BarrierWaitResult { is_leader: true }");
}
