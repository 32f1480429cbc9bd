//! What the real rayon does on top of the stand-in, in every execution.

use engine::Searcher;
use facts::{FailureKind, Search, Searched};
use rayon::prelude::*;
use rayon::{ThreadPoolBuilder, Yield};
use standin_std::sync::Arc;
use standin_std::sync::atomic::AtomicUsize;
use standin_std::sync::atomic::Ordering::Relaxed;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn search(model: impl Fn() + 'static) -> Searched {
    engine::hear_panics();
    let mut searcher = Searcher::new(Search { seconds: 20.0, steps: 2_000, bound: None }, model);
    searcher.by_bounds();
    searcher.result()
}

fn holds(model: impl Fn() + 'static) {
    let searched = search(model);
    assert_eq!(searched.failure, None);
    assert_eq!(searched.limit, None);
    println!("{:?}", searched.passes.iter().map(|pass| pass.executions).collect::<Vec<_>>());
}

fn panics_with(said: &str, model: impl Fn() + 'static) {
    match search(model).failure.map(|failure| failure.kind) {
        Some(FailureKind::Panicked { panic, .. }) => assert_eq!(panic.message, said),
        other => panic!("{other:?}"),
    }
}

fn payload(f: impl FnOnce()) -> &'static str {
    let payload = catch_unwind(AssertUnwindSafe(f)).unwrap_err();
    payload.downcast_ref::<&str>().unwrap()
}

fn pool(size: usize) -> rayon::ThreadPool {
    ThreadPoolBuilder::new().num_threads(size).build().unwrap()
}

#[test]
fn sums_and_collects() {
    holds(|| {
        assert_eq!([1, 2, 3, 4].par_iter().sum::<i32>(), 10);
        let doubled: Vec<i32> = [1, 2, 3, 4].par_iter().map(|x| x * 2).collect();
        assert_eq!(doubled, [2, 4, 6, 8]);
        assert_eq!((1..=4).into_par_iter().map(|x| x * x).max(), Some(16));
        assert_eq!((0..4).into_par_iter().find_any(|&x| x == 2), Some(2));
        let odd: Option<Vec<i32>> = (0..4).into_par_iter().map(|x| (x < 3).then_some(x)).collect();
        assert_eq!(odd, None);
    });
}

#[test]
fn identities_are_used_once_for_each_piece() {
    let searched = search(|| {
        let sum = (0..4).into_par_iter().with_max_len(1).reduce(|| 5, |a, b| a + b);
        assert_eq!(sum, 11);
    });
    assert!(matches!(searched.failure.unwrap().kind, FailureKind::Panicked { .. }));
}

#[test]
fn sorts() {
    holds(|| {
        // Longer than what is sorted in one piece.
        let mut numbers: Vec<u32> = (0..5_000).map(|x| x * 7_919 % 5_003).collect();
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        numbers.par_sort_unstable();
        assert_eq!(numbers, sorted);
    });
}

#[test]
fn sorts_stably() {
    holds(|| {
        let mut numbers: Vec<u32> = (0..6_000).map(|x| x * 7_919 % 6_007).collect();
        let mut sorted = numbers.clone();
        sorted.sort();
        numbers.par_sort();
        assert_eq!(numbers, sorted);
    });
}

#[test]
fn bridges_an_iterator_that_takes_no_steps() {
    holds(|| {
        let x = AtomicUsize::new(0);
        (0..3).par_bridge().for_each(|_| {
            x.fetch_add(1, Relaxed);
        });
        assert_eq!(x.into_inner(), 3);
    });
}

#[test]
fn panics_come_back_when_both_are_done() {
    holds(|| {
        let done = AtomicUsize::new(0);
        let said = payload(|| {
            rayon::join(|| panic!("a"), || done.fetch_add(1, Relaxed));
        });
        assert_eq!((said, done.into_inner()), ("a", 1));
    });
    holds(|| assert_eq!(payload(|| _ = rayon::join(|| (), || panic!("b"))), "b"));
    holds(|| assert_eq!(payload(|| _ = rayon::join(|| panic!("a"), || panic!("b"))), "a"));
}

#[test]
fn a_scope_passes_a_panic_on() {
    holds(|| assert_eq!(payload(|| rayon::scope(|s| s.spawn(|_| panic!("task")))), "task"));
    holds(|| assert_eq!(payload(|| (0..2).into_par_iter().for_each(|_| panic!("item"))), "item"));
    holds(|| assert_eq!(payload(|| drop(rayon::broadcast(|_| panic!("all")))), "all"));
}

#[test]
fn a_panic_nobody_waits_for_is_a_failure() {
    panics_with("lost", || rayon::spawn(|| panic!("lost")));
    panics_with("item", || (0..2).into_par_iter().for_each(|_| panic!("item")));
    holds(|| {
        let pool = ThreadPoolBuilder::new().panic_handler(drop).build().unwrap();
        pool.spawn(|| panic!("handled"));
    });
}

#[test]
fn pools_have_the_workers_they_ask_for() {
    holds(|| {
        assert_eq!(rayon::current_num_threads(), 2);
        for (asked, got) in [(0, 2), (1, 1), (3, 3), (8, 8)] {
            let pool = pool(asked);
            assert_eq!(pool.current_num_threads(), got);
            assert_eq!(pool.install(rayon::current_num_threads), got);
            assert_eq!(pool.current_thread_index(), None);
        }
    });
}

#[test]
fn the_global_pool_is_built_once_in_each_execution() {
    holds(|| {
        ThreadPoolBuilder::new().num_threads(1).build_global().unwrap();
        assert_eq!(rayon::current_num_threads(), 1);
        assert!(ThreadPoolBuilder::new().build_global().is_err());
    });
    holds(|| {
        rayon::join(|| (), || ());
        assert!(ThreadPoolBuilder::new().build_global().is_err());
    });
}

#[test]
fn one_pool_calls_into_another_and_back() {
    holds(|| {
        let (a, b) = (pool(1), pool(1));
        let seen = a.install(|| b.install(|| a.install(rayon::current_thread_index)));
        assert_eq!(seen, Some(0));
        let (x, y) = a.install(|| rayon::join(|| b.install(|| 1), || 2));
        assert_eq!((x, y), (1, 2));
    });
}

#[test]
fn two_pools_that_call_each_other_go_on() {
    holds(|| {
        let (a, b) = (pool(1), pool(1));
        standin_std::thread::scope(|s| {
            s.spawn(|| a.install(|| b.install(|| ())));
            s.spawn(|| b.install(|| a.install(|| ())));
        });
    });
}

#[test]
fn one_worker_takes_its_last_task_first_unless_told() {
    holds(|| {
        let order = |fifo| {
            let order = std::sync::Mutex::new(Vec::new());
            let note = |i| order.lock().unwrap().push(i);
            pool(1).install(|| match fifo {
                false => rayon::scope(|s| (0..3).for_each(|i| s.spawn(move |_| note(i)))),
                true => rayon::scope_fifo(|s| (0..3).for_each(|i| s.spawn_fifo(move |_| note(i)))),
            });
            order.into_inner().unwrap()
        };
        assert_eq!(order(false), [2, 1, 0]);
        assert_eq!(order(true), [0, 1, 2]);
    });
}

#[test]
fn a_worker_yields_to_its_pools_tasks() {
    holds(|| {
        assert_eq!(rayon::yield_now(), None);
        pool(1).install(|| {
            assert_eq!(rayon::yield_now(), Some(Yield::Idle));
            let done = Arc::new(AtomicUsize::new(0));
            let task = Arc::clone(&done);
            rayon::spawn(move || task.store(1, Relaxed));
            assert_eq!(rayon_core::current_thread_has_pending_tasks(), Some(true));
            assert_eq!(rayon::yield_local(), Some(Yield::Executed));
            assert_eq!(done.load(Relaxed), 1);
        });
    });
}

#[test]
fn a_scoped_pool_ends_with_its_scope() {
    holds(|| {
        let started = AtomicUsize::new(0);
        let wrapper = |thread: rayon::ThreadBuilder| {
            started.fetch_add(1, Relaxed);
            thread.run();
        };
        let builder = ThreadPoolBuilder::new().num_threads(2);
        let sum =
            builder.build_scoped(wrapper, |pool| pool.install(|| rayon::join(|| 1, || 2))).unwrap();
        assert_eq!((sum, started.into_inner()), ((1, 2), 2));
    });
}

#[test]
fn the_current_thread_can_be_a_worker() {
    holds(|| {
        let builder = ThreadPoolBuilder::new().num_threads(1).use_current_thread();
        let pool = builder.build().unwrap();
        assert_eq!(pool.current_thread_index(), Some(0));
        assert_eq!(rayon::join(|| 1, || 2), (1, 2));
        assert!(ThreadPoolBuilder::new().use_current_thread().build().is_err());
    });
}
