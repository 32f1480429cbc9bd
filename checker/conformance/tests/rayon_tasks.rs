//! `rayon::{join, scope, spawn, broadcast}` and what goes with them.

use rayon::{FnContext, Scope, ScopeFifo};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Mutex, mpsc};

fn payload(f: impl FnOnce()) -> &'static str {
    catch_unwind(AssertUnwindSafe(f)).unwrap_err().downcast_ref::<&str>().unwrap()
}

#[test]
fn join_returns_both_results_in_order() {
    let mut words = [1, 2, 3, 4];
    let (left, right) = words.split_at_mut(2);
    let sums = rayon::join(|| left.iter().sum::<i32>(), || right.iter().sum::<i32>());
    assert_eq!(sums, (3, 7));
}

#[test]
fn joins_nest() {
    fn sum(numbers: &[u32]) -> u32 {
        if let [one] = numbers {
            return *one;
        }
        let (left, right) = numbers.split_at(numbers.len() / 2);
        let (left, right) = rayon::join(|| sum(left), || sum(right));
        left + right
    }
    assert_eq!(sum(&[1, 2, 3, 4]), 10);
}

#[test]
fn both_sides_are_done_when_join_returns() {
    let done = AtomicUsize::new(0);
    rayon::join(|| done.fetch_add(1, SeqCst), || done.fetch_add(1, SeqCst));
    assert_eq!(done.into_inner(), 2);
}

#[test]
fn the_first_sides_panic_wins() {
    assert_eq!(payload(|| _ = rayon::join(|| panic!("a"), || ())), "a");
    assert_eq!(payload(|| _ = rayon::join(|| (), || panic!("b"))), "b");
    assert_eq!(payload(|| _ = rayon::join(|| panic!("a"), || panic!("b"))), "a");
}

#[test]
fn a_context_tells_whether_a_task_moved() {
    let moved = |context: FnContext| context.migrated();
    let (first, _) = rayon::scope(|_| rayon::join_context(moved, moved));
    assert!(!first);
}

#[test]
fn a_scope_ends_after_its_tasks() {
    let done = AtomicUsize::new(0);
    let result = rayon::scope(|s| {
        s.spawn(|s| {
            s.spawn(|_| _ = done.fetch_add(1, SeqCst));
            done.fetch_add(1, SeqCst);
        });
        s.spawn(|_| _ = done.fetch_add(1, SeqCst));
        5
    });
    assert_eq!((result, done.into_inner()), (5, 3));
}

#[test]
fn tasks_borrow_what_outlives_the_scope() {
    let mut parts = [0; 3];
    rayon::scope(|s| {
        for (index, part) in parts.iter_mut().enumerate() {
            s.spawn(move |_| *part = index + 1);
        }
    });
    assert_eq!(parts, [1, 2, 3]);
}

#[test]
fn a_scope_passes_the_panic_of_a_task_on_when_all_are_done() {
    let done = AtomicUsize::new(0);
    let said = payload(|| {
        rayon::scope(|s| {
            s.spawn(|_| panic!("task"));
            s.spawn(|_| _ = done.fetch_add(1, SeqCst));
        });
    });
    assert_eq!((said, done.into_inner()), ("task", 1));
    assert_eq!(payload(|| rayon::scope(|_: &Scope<'_>| panic!("scope"))), "scope");
    assert_eq!(payload(|| rayon::scope_fifo(|s| s.spawn_fifo(|_| panic!("fifo")))), "fifo");
}

#[test]
fn a_scope_can_be_in_place() {
    let cell = std::cell::Cell::new(0);
    let done = AtomicUsize::new(0);
    rayon::in_place_scope(|s| {
        cell.set(1);
        s.spawn(|_| _ = done.fetch_add(1, SeqCst));
        cell.set(2);
    });
    rayon::in_place_scope_fifo(|s| {
        s.spawn_fifo(|_| _ = done.fetch_add(1, SeqCst));
    });
    assert_eq!((cell.get(), done.into_inner()), (2, 2));
}

#[test]
fn one_worker_takes_the_newest_first_unless_told() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let order = |run: &(dyn Fn(&Mutex<Vec<u8>>) + Sync)| {
        let order = Mutex::new(Vec::new());
        pool.install(|| run(&order));
        order.into_inner().unwrap()
    };
    let newest = order(&|order| {
        rayon::scope(|s: &Scope<'_>| {
            s.spawn(|_| order.lock().unwrap().push(1));
            s.spawn(|_| order.lock().unwrap().push(2));
        });
    });
    let oldest = order(&|order| {
        rayon::scope_fifo(|s: &ScopeFifo<'_>| {
            s.spawn_fifo(|_| order.lock().unwrap().push(1));
            s.spawn_fifo(|_| order.lock().unwrap().push(2));
        });
    });
    assert_eq!((newest, oldest), (vec![2, 1], vec![1, 2]));
}

#[test]
fn a_spawned_task_runs_by_itself() {
    let (sender, receiver) = mpsc::channel();
    let again = sender.clone();
    rayon::spawn(move || sender.send(1).unwrap());
    rayon::spawn_fifo(move || again.send(2).unwrap());
    let mut got: Vec<i32> = receiver.iter().collect();
    got.sort_unstable();
    assert_eq!(got, [1, 2]);
}

#[test]
fn a_broadcast_runs_on_every_worker() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(3).build().unwrap();
    let indices = pool.broadcast(|context| {
        assert_eq!(context.num_threads(), 3);
        assert_eq!(rayon::current_thread_index(), Some(context.index()));
        context.index()
    });
    assert_eq!(indices, [0, 1, 2]);
}

#[test]
fn the_workers_of_a_broadcast_can_wait_for_each_other() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build().unwrap();
    let all = Barrier::new(4);
    let leaders = pool.broadcast(|_| all.wait().is_leader());
    assert_eq!(leaders.into_iter().filter(|leads| *leads).count(), 1);
}

#[test]
fn a_broadcast_passes_a_panic_on() {
    assert_eq!(payload(|| _ = rayon::broadcast(|_| panic!("all"))), "all");
}

#[test]
fn a_spawned_broadcast_reaches_every_worker() {
    let (sender, receiver) = mpsc::channel();
    rayon::spawn_broadcast(move |context| sender.send(context.index()).unwrap());
    let mut indices: Vec<usize> = receiver.iter().collect();
    indices.sort_unstable();
    let all: Vec<usize> = (0..rayon::current_num_threads()).collect();
    assert_eq!(indices, all);
    let count = Arc::new(AtomicUsize::new(0));
    rayon::scope(|s| {
        let count = &count;
        s.spawn_broadcast(move |_, _| _ = count.fetch_add(1, SeqCst));
    });
    assert_eq!(count.load(SeqCst), rayon::current_num_threads());
}

#[test]
fn threads_outside_are_no_workers() {
    assert_eq!(rayon::current_thread_index(), None);
    assert_eq!(rayon::yield_now(), None);
    assert_eq!(rayon::yield_local(), None);
    assert!(rayon::join(rayon::current_thread_index, || ()).0.is_some());
}
