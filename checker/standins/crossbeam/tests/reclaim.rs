//! What `deque`, `epoch` and `AtomicCell` promise: naive and reduced search
//! agree.

#[path = "../../std/tests/search/mod.rs"]
mod search;

use crossbeam::atomic::AtomicCell;
use crossbeam::deque::{Injector, Steal, Worker};
use crossbeam::epoch::{self, Atomic, Collector, Owned};
use crossbeam::queue::ArrayQueue;
use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};

/// Notes in `gone` that it is dropped.
struct Node<'a> {
    gone: &'a AtomicU32,
}

impl Drop for Node<'_> {
    fn drop(&mut self) {
        self.gone.store(1, Relaxed);
    }
}

search::litmus! {
    owner_and_thief_share => ["(None, None, Some(1))", "(Some(1), None, None)"] {
        let worker = Worker::new_lifo();
        let stealer = worker.stealer();
        worker.push(1);
        let (own, stolen) = pair(move || (worker.pop(), worker.pop()), move || stealer.steal().success());
        format!("{:?}", (own.0, own.1, stolen))
    }
    each_end_of_two => ["(Some(2), None, Success(..))", "(Some(2), Some(1), Empty)"] {
        let worker = Worker::new_lifo();
        let stealer = worker.stealer();
        worker.push(1);
        worker.push(2);
        let (own, stolen) = pair(move || (worker.pop(), worker.pop()), move || stealer.steal());
        format!("{:?}", (own.0, own.1, stolen))
    }
    @adversary a_thief_may_have_to_retry => ["Empty", "Retry", "Success(..)"] {
        let worker = Worker::new_fifo();
        let stealer = worker.stealer();
        worker.push(1);
        let (_, stolen) = pair(move || worker.pop(), move || stealer.steal());
        format!("{stolen:?}")
    }
    @adversary nobody_disturbs_a_thief_alone => ["Success(..)"] {
        let injector = Injector::new();
        let worker = Worker::new_fifo();
        injector.push(1);
        injector.push(2);
        let (_, stolen) = pair(|| (), move || injector.steal_batch_and_pop(&worker));
        format!("{stolen:?}")
    }
    stealing_hands_on_what_was_known => ["Empty", "Success(5)"] {
        let injector = Injector::new();
        let x = AtomicU32::new(0);
        let (_, seen) = pair(
            || { x.store(5, Relaxed); injector.push(1); },
            || match injector.steal() { Steal::Success(_) => format!("Success({})", x.load(Relaxed)), other => format!("{other:?}") },
        );
        seen
    }
    pushing_out_is_one_step => ["[2, 3]", "[3]"] {
        let queue = ArrayQueue::new(2);
        queue.push(1).unwrap();
        queue.push(2).unwrap();
        pair(|| assert!(queue.force_push(3).is_some() || queue.len() <= 2), || queue.pop());
        format!("{:?}", queue.into_iter().collect::<Vec<_>>())
    }
    cells_may_both_be_read_old => ["(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)"] {
        let (x, y) = (AtomicCell::new(0_u32), AtomicCell::new(0_u32));
        let seen = pair(|| { x.store(1); y.load() }, || { y.store(1); x.load() });
        format!("{seen:?}")
    }
    a_cell_of_any_type => ["(1, 0, 0)", "(1, 0, 1)", "(1, 1, 1)"] {
        #[derive(Clone, Copy, PartialEq, Eq)]
        struct Pair(u32, u32);
        let x = AtomicCell::new(Pair(0, 0));
        let (won, seen) = pair(
            || x.compare_exchange(Pair(0, 0), Pair(1, 1)).is_ok(),
            || (x.load(), x.load()),
        );
        format!("{:?}", (u32::from(won), seen.0.0, seen.1.1))
    }
    a_guard_holds_up_what_is_deferred_under_it => ["0"] {
        let gone = AtomicU32::new(0);
        let node = Atomic::new(Node { gone: &gone });
        let guard = &epoch::pin();
        let old = node.swap(epoch::Shared::null(), AcqRel, guard);
        unsafe { guard.defer_destroy(old) };
        gone.load(Relaxed).to_string()
    }
    the_last_guard_lets_go => ["1"] {
        let gone = AtomicU32::new(0);
        let node = Atomic::new(Node { gone: &gone });
        {
            let (outer, inner) = (epoch::pin(), epoch::pin());
            let old = node.swap(epoch::Shared::null(), AcqRel, &inner);
            unsafe { inner.defer_destroy(old) };
            drop(inner);
            assert_eq!(gone.load(Relaxed), 0);
            drop(outer);
        }
        gone.load(Relaxed).to_string()
    }
    @adversary letting_go_may_take_longer => ["0", "1"] {
        // What runs late outlives the model's own variables.
        let gone: &'static AtomicU32 = Box::leak(Box::new(AtomicU32::new(0)));
        let node = Atomic::new(Node { gone });
        {
            let guard = epoch::pin();
            let old = node.swap(epoch::Shared::null(), AcqRel, &guard);
            unsafe { guard.defer_destroy(old) };
        }
        gone.load(Relaxed).to_string()
    }
    @adversary who_is_pinned_can_read => ["alive", "nothing"] {
        let gone: &'static AtomicU32 = Box::leak(Box::new(AtomicU32::new(0)));
        let node = Atomic::new(Node { gone });
        let (_, seen) = pair(
            || {
                let guard = epoch::pin();
                let old = node.swap(epoch::Shared::null(), AcqRel, &guard);
                unsafe { guard.defer_destroy(old) };
            },
            || {
                let guard = epoch::pin();
                match unsafe { node.load(Acquire, &guard).as_ref() } {
                    Some(node) if node.gone.load(Acquire) == 0 => "alive",
                    Some(_) => "dead",
                    None => "nothing",
                }
            },
        );
        seen.to_owned()
    }
    who_is_not_pinned_may_find_the_dead => ["alive", "dead", "nothing"] {
        let gone = AtomicU32::new(0);
        let node = Atomic::new(Node { gone: &gone });
        let (_, seen) = pair(
            || {
                let guard = epoch::pin();
                let old = node.swap(epoch::Shared::null(), AcqRel, &guard);
                unsafe { guard.defer_destroy(old) };
            },
            || {
                let guard = unsafe { epoch::unprotected() };
                // The memory is not touched: it may be gone.
                if node.load(Acquire, guard).is_null() { return "nothing" }
                if gone.load(Acquire) == 0 { "alive" } else { "dead" }
            },
        );
        seen.to_owned()
    }
    a_collector_ends_with_what_is_left => ["1"] {
        let gone = AtomicU32::new(0);
        let collector = Collector::new();
        let handle = collector.register();
        let guard = handle.pin();
        let node = Owned::new(Node { gone: &gone }).into_shared(&guard);
        unsafe { guard.defer_destroy(node) };
        drop((guard, handle, collector));
        gone.load(Relaxed).to_string()
    }
    exchanging_gives_back_what_was_not_stored => ["(true, 1)", "(true, 2)"] {
        let slot = Atomic::null();
        let put = |n: u32| {
            let guard = epoch::pin();
            let new = Owned::new(n);
            match slot.compare_exchange(epoch::Shared::null(), new, Release, Relaxed, &guard) {
                Ok(_) => true,
                Err(error) => { assert_eq!(*error.new, n); false }
            }
        };
        let (a, b) = pair(|| put(1), || put(2));
        let left = unsafe { slot.into_owned() };
        format!("{:?}", (a != b, *left))
    }
}
