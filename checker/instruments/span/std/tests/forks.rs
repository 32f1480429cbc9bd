//! Threads and locks as they are told of.

use span_std::sync::{Condvar, Mutex};
use span_std::thread;
use std::sync::PoisonError;
use strands::{Graph, operations, watched};

/// One program is watched at a time, and tests run side by side.
fn graph<R>(program: impl FnOnce() -> R) -> Graph {
    static ONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _alone = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    watched(program).1
}

#[test]
fn scoped_threads_run_beside_one_another_and_their_parent() {
    let graph = graph(|| {
        operations(1);
        thread::scope(|scope| {
            scope.spawn(|| operations(100));
            scope.spawn(|| operations(200));
            operations(50);
        });
        operations(3);
    });
    assert_eq!((graph.work.operations, graph.span.operations), (354, 204));
    assert_eq!((graph.serial.operations, graph.threads), (4, 2));
}

#[test]
fn joining_before_the_next_spawn_is_a_chain() {
    let graph = graph(|| {
        for _ in 0..5 {
            thread::spawn(|| operations(10)).join().unwrap();
        }
    });
    assert_eq!((graph.work.operations, graph.span.operations), (50, 50));
}

#[test]
fn a_thread_that_nobody_joins_counts_as_far_as_it_came() {
    let graph = graph(|| {
        let thread = thread::Builder::new().name("late".into()).spawn(|| operations(70)).unwrap();
        while !thread.is_finished() {
            std::thread::yield_now();
        }
        operations(1);
    });
    assert_eq!(graph.work.operations, 71);
    assert_eq!(graph.span.operations, 70);
}

#[test]
fn locks_tell_how_often_they_were_taken_by_several() {
    static TOTAL: Mutex<u64> = Mutex::new(0);
    let graph = graph(|| {
        let own = Mutex::new(0);
        for _ in 0..9 {
            *own.lock().unwrap() += 1;
        }
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| (0..100).for_each(|_| *TOTAL.lock().unwrap() += 1));
            }
        });
    });
    let [lock] = &graph.locks[..] else { panic!("{graph:?}") };
    assert_eq!((lock.kind, lock.taken), ("Mutex", 300));
    assert!(lock.place.file().ends_with("forks.rs"));
}

#[test]
fn a_waiter_does_not_hold_the_lock() {
    let graph = graph(|| {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                let ready = ready.lock().unwrap();
                drop(changed.wait_while(ready, |ready| !*ready).unwrap());
            });
            std::thread::sleep(std::time::Duration::from_millis(50));
            *ready.lock().unwrap() = true;
            changed.notify_one();
        });
    });
    let [lock] = &graph.locks[..] else { panic!("{graph:?}") };
    assert!(lock.held < 25_000_000, "{lock:?}");
}
