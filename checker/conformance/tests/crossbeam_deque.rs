//! `crossbeam::deque`.

use crossbeam::deque::{Injector, Steal, Stealer, Worker};
use std::iter;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

fn full(worker: Worker<u32>) -> Worker<u32> {
    (1..=6).for_each(|n| worker.push(n));
    worker
}

fn rest(worker: &Worker<u32>) -> Vec<u32> {
    iter::from_fn(|| worker.pop()).collect()
}

#[test]
fn owners_pop_from_either_end() {
    assert_eq!(rest(&full(Worker::new_fifo())), [1, 2, 3, 4, 5, 6]);
    assert_eq!(rest(&full(Worker::new_lifo())), [6, 5, 4, 3, 2, 1]);
    let worker = full(Worker::new_lifo());
    assert_eq!((worker.len(), worker.stealer().len(), worker.is_empty()), (6, 6, false));
}

#[test]
fn thieves_take_the_oldest() {
    for worker in [full(Worker::new_fifo()), full(Worker::new_lifo())] {
        let stealer: Stealer<u32> = worker.stealer().clone();
        assert_eq!((stealer.steal(), stealer.steal()), (Steal::Success(1), Steal::Success(2)));
        rest(&worker);
        assert_eq!((stealer.steal(), stealer.is_empty()), (Steal::Empty, true));
    }
}

#[test]
fn a_batch_is_half() {
    let (from, to) = (full(Worker::new_fifo()), Worker::new_fifo());
    assert_eq!(from.stealer().steal_batch(&to), Steal::Success(()));
    assert_eq!((rest(&to), rest(&from)), (vec![1, 2, 3], vec![4, 5, 6]));
    assert_eq!(from.stealer().steal_batch(&to), Steal::Empty);
    let (from, to) = (full(Worker::new_fifo()), Worker::new_lifo());
    assert_eq!(from.stealer().steal_batch_with_limit(&to, 2), Steal::Success(()));
    assert_eq!(rest(&to), [1, 2]);
    let (from, to) = (full(Worker::new_lifo()), Worker::new_lifo());
    assert_eq!(from.stealer().steal_batch(&to), Steal::Success(()));
    assert_eq!(rest(&to), [3, 2, 1]);
    let (from, to) = (full(Worker::new_lifo()), Worker::new_fifo());
    assert_eq!(from.stealer().steal_batch(&to), Steal::Success(()));
    assert_eq!(rest(&to), [3, 2, 1]);
}

#[test]
fn the_first_of_a_batch_is_popped() {
    let (from, to) = (full(Worker::new_fifo()), Worker::new_fifo());
    assert_eq!(from.stealer().steal_batch_and_pop(&to), Steal::Success(1));
    assert_eq!((rest(&to), rest(&from)), (vec![2, 3], vec![4, 5, 6]));
    let (from, to) = (full(Worker::new_lifo()), Worker::new_lifo());
    assert_eq!(from.stealer().steal_batch_with_limit_and_pop(&to, 2), Steal::Success(2));
    assert_eq!(rest(&to), [1]);
}

#[test]
fn a_worker_may_steal_from_itself() {
    let worker = full(Worker::new_fifo());
    assert_eq!(worker.stealer().steal_batch(&worker), Steal::Success(()));
    assert_eq!(worker.stealer().steal_batch_and_pop(&worker), Steal::Success(1));
    assert_eq!(rest(&worker).len(), 5);
    assert_eq!(worker.stealer().steal_batch(&worker), Steal::Empty);
}

#[test]
fn an_injector_is_for_everybody() {
    let (injector, worker) = (Injector::default(), Worker::new_lifo());
    (1..=5).for_each(|n| injector.push(n));
    assert_eq!((injector.len(), injector.is_empty()), (5, false));
    assert_eq!(injector.steal(), Steal::Success(1));
    assert_eq!(injector.steal_batch_and_pop(&worker), Steal::Success(2));
    assert_eq!(rest(&worker), [3]);
    assert_eq!(injector.steal_batch_with_limit(&worker, 1), Steal::Success(()));
    assert_eq!(rest(&worker), [4]);
    assert_eq!(injector.steal_batch_with_limit_and_pop(&worker, 9), Steal::Success(5));
    assert_eq!(injector.steal_batch(&worker), Steal::Empty);
}

#[test]
fn no_limit_is_refused() {
    let panics = |f: &dyn Fn(&Worker<u32>)| {
        catch_unwind(AssertUnwindSafe(|| f(&Worker::new_fifo()))).is_err()
    };
    let (worker, injector) = (full(Worker::new_fifo()), Injector::new());
    assert!(panics(&|to| _ = worker.stealer().steal_batch_with_limit_and_pop(to, 0)));
    assert!(panics(&|to| _ = injector.steal_batch_with_limit_and_pop(to, 0)));
}

#[test]
fn steals_combine() {
    use Steal::{Empty, Retry, Success};
    let collect = |steals: Vec<Steal<u32>>| steals.into_iter().collect::<Steal<u32>>();
    assert_eq!(collect(vec![Empty, Retry, Empty]), Retry);
    assert_eq!(collect(vec![Retry, Success(1), Success(2)]), Success(1));
    assert_eq!(collect(vec![Empty, Empty]), Empty);
    assert_eq!((Empty.or_else(|| Success(1)), Retry.or_else(|| Empty::<u32>)), (Success(1), Retry));
    assert_eq!(Success(1).or_else(|| unreachable!()).success(), Some(1));
    assert!(Empty::<u32>.is_empty() && Success(1).is_success() && Retry::<u32>.is_retry());
    assert_eq!(format!("{:?} {:?}", Success(1), Retry::<u32>), "Success(..) Retry");
}

#[test]
fn ends_are_shown_without_what_is_in_them() {
    let worker = Worker::<u32>::new_fifo();
    let shown = format!("{worker:?} {:?} {:?}", worker.stealer(), Injector::<u32>::new());
    assert_eq!(shown, "Worker { .. } Stealer { .. } Injector { .. }");
}

#[test]
fn each_task_is_done_once() {
    let worker = Worker::new_lifo();
    let stealer = worker.stealer();
    worker.push(1);
    worker.push(2);
    let done = AtomicUsize::new(0);
    thread::scope(|scope| {
        let done = &done;
        scope.spawn(move || {
            loop {
                match stealer.steal() {
                    Steal::Success(n) => drop(done.fetch_add(n, Relaxed)),
                    Steal::Retry => {}
                    Steal::Empty => break,
                }
            }
        });
        scope.spawn(move || {
            while let Some(n) = worker.pop() {
                done.fetch_add(n, Relaxed);
            }
        });
    });
    assert_eq!(done.into_inner(), 3);
}

#[test]
fn what_is_left_is_dropped() {
    let value = Arc::new(());
    let (worker, injector) = (Worker::new_fifo(), Injector::new());
    worker.push(Arc::clone(&value));
    injector.push(Arc::clone(&value));
    let stealer = worker.stealer();
    drop((worker, injector, stealer));
    assert_eq!(Arc::strong_count(&value), 1);
}
