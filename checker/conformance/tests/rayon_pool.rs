//! `rayon::{ThreadPool, ThreadPoolBuilder}`.

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder, Yield};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, mpsc};
use std::thread;

fn pool(size: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(size).build().unwrap()
}

#[test]
fn a_pool_has_the_workers_it_asks_for() {
    for size in [1, 2, 4, 6] {
        let pool = pool(size);
        assert_eq!(pool.current_num_threads(), size);
        assert_eq!(pool.install(rayon::current_num_threads), size);
    }
    assert!(rayon::max_num_threads() >= 256);
}

#[test]
fn install_runs_in_the_pool_and_returns() {
    let pool = pool(2);
    assert_eq!(pool.current_thread_index(), None);
    let index = pool.install(|| pool.current_thread_index().unwrap());
    assert!(index < 2);
    assert_eq!(pool.install(|| "done".to_owned()), "done");
}

#[test]
fn install_passes_a_panic_on() {
    let pool = pool(1);
    let ended = catch_unwind(AssertUnwindSafe(|| pool.install(|| panic!("inside"))));
    assert_eq!(ended.unwrap_err().downcast_ref(), Some(&"inside"));
    assert_eq!(pool.install(|| 1), 1);
}

#[test]
fn pools_call_into_each_other() {
    let (first, second) = (pool(1), pool(1));
    let result = first.install(|| second.install(|| first.current_thread_index()));
    assert_eq!(result, None);
    assert_eq!(first.join(|| 1, || 2), (1, 2));
    assert_eq!(first.scope(|_| 3), 3);
    assert_eq!(first.scope_fifo(|_| 4), 4);
    assert_eq!(first.in_place_scope(|_| 5), 5);
    assert_eq!(first.in_place_scope_fifo(|_| 6), 6);
}

#[test]
fn workers_have_names() {
    let pool = ThreadPoolBuilder::new().num_threads(2).thread_name(|i| format!("worker-{i}"));
    let pool = pool.build().unwrap();
    let names = pool.broadcast(|_| thread::current().name().map(str::to_owned));
    assert_eq!(names, [Some("worker-0".to_owned()), Some("worker-1".to_owned())]);
}

#[test]
fn handlers_see_workers_come_and_go() {
    let (came, went) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (start, exit) = (Arc::clone(&came), Arc::clone(&went));
    let (sender, receiver) = mpsc::channel::<()>();
    let pool = ThreadPoolBuilder::new()
        .num_threads(2)
        .start_handler(move |index| {
            assert!(index < 2);
            start.fetch_add(1, SeqCst);
        })
        .exit_handler(move |_| {
            let _until_dropped = &sender;
            exit.fetch_add(1, SeqCst);
        })
        .build()
        .unwrap();
    pool.broadcast(|_| ());
    assert_eq!(came.load(SeqCst), 2);
    drop(pool);
    assert!(receiver.recv().is_err());
    assert_eq!(went.load(SeqCst), 2);
}

#[test]
fn a_panic_handler_gets_what_nobody_waits_for() {
    let (sender, receiver) = mpsc::channel();
    let pool = ThreadPoolBuilder::new()
        .num_threads(1)
        .panic_handler(move |payload| {
            sender.send(payload.downcast_ref::<&str>().copied()).unwrap();
        })
        .build()
        .unwrap();
    pool.spawn(|| panic!("lost"));
    assert_eq!(receiver.recv(), Ok(Some("lost")));
    assert_eq!(pool.install(|| 1), 1);
}

#[test]
fn the_caller_can_spawn_the_workers() {
    let (sender, receiver) = mpsc::channel();
    let pool = ThreadPoolBuilder::new()
        .num_threads(2)
        .spawn_handler(|worker| {
            let sender = sender.clone();
            thread::spawn(move || {
                let index = worker.index();
                worker.run();
                sender.send(index).unwrap();
            });
            Ok(())
        })
        .build()
        .unwrap();
    drop(sender);
    assert_eq!((0..4).into_par_iter().sum::<i32>() + pool.install(|| 1), 7);
    drop(pool);
    let mut ended: Vec<usize> = receiver.iter().collect();
    ended.sort_unstable();
    assert_eq!(ended, [0, 1]);
}

#[test]
fn a_scoped_pool_borrows() {
    let count = AtomicUsize::new(0);
    let result = ThreadPoolBuilder::new().num_threads(2).build_scoped(
        |worker| {
            count.fetch_add(1, SeqCst);
            worker.run();
        },
        |pool| pool.install(|| (0..3).into_par_iter().sum::<i32>()),
    );
    assert_eq!(result.unwrap(), 3);
    assert_eq!(count.into_inner(), 2);
}

#[test]
fn the_current_thread_can_be_a_worker() {
    thread::spawn(|| {
        let pool = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().unwrap();
        assert_eq!(rayon::current_thread_index(), Some(0));
        let own = Cell::new(1);
        pool.in_place_scope(|s| {
            s.spawn(|_| ());
            own.set(2);
        });
        assert_eq!(own.get(), 2);
        let again = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
        assert_eq!(
            again.unwrap_err().to_string(),
            "The current thread is already part of another thread pool."
        );
    })
    .join()
    .unwrap();
}

#[test]
fn a_worker_yields_to_its_pools_tasks() {
    let pool = pool(1);
    pool.install(|| {
        assert_eq!(rayon::yield_now(), Some(Yield::Idle));
        let (sender, receiver) = mpsc::channel();
        rayon::spawn(move || sender.send(1).unwrap());
        assert_eq!(pool.current_thread_has_pending_tasks(), Some(true));
        assert_eq!(rayon::yield_local(), Some(Yield::Executed));
        assert_eq!(receiver.try_recv(), Ok(1));
    });
    assert_eq!(pool.yield_now(), None);
}

#[test]
fn a_spawned_task_belongs_to_its_pool() {
    let pool = pool(1);
    let (sender, receiver) = mpsc::channel();
    let other = sender.clone();
    pool.spawn(move || sender.send(rayon::current_num_threads()).unwrap());
    pool.spawn_fifo(move || other.send(rayon::current_num_threads()).unwrap());
    assert_eq!(receiver.iter().collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn a_pool_and_its_builder_show_themselves() {
    assert!(format!("{:?}", pool(1)).starts_with("ThreadPool"));
    assert!(format!("{:?}", ThreadPoolBuilder::new()).starts_with("ThreadPoolBuilder"));
    fn is_sync<T: Send + Sync>(_: &T) {}
    is_sync(&pool(1));
}
