//! `crossbeam::queue`.

use crossbeam::queue::{ArrayQueue, SegQueue};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

static QUEUE: SegQueue<u32> = SegQueue::new();

#[test]
fn values_come_out_in_order() {
    let (seg, array) = (SegQueue::new(), ArrayQueue::new(3));
    for n in 0..3 {
        seg.push(n);
        array.push(n).unwrap();
    }
    assert_eq!((seg.len(), array.len(), array.capacity()), (3, 3, 3));
    assert!(array.is_full() && !array.is_empty() && !seg.is_empty());
    assert_eq!((seg.pop(), array.pop()), (Some(0), Some(0)));
    assert_eq!(seg.into_iter().collect::<Vec<_>>(), [1, 2]);
    assert_eq!(array.into_iter().collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_full_queue_gives_the_value_back() {
    let queue = ArrayQueue::new(1);
    assert_eq!((queue.push(1), queue.push(2)), (Ok(()), Err(2)));
    assert_eq!((queue.force_push(3), queue.pop(), queue.pop()), (Some(1), Some(3), None));
    assert_eq!((queue.force_push(4), queue.len()), (None, 1));
}

#[test]
fn exclusive_access() {
    let (mut seg, mut array) = (SegQueue::default(), ArrayQueue::new(1));
    seg.push_mut(1);
    assert_eq!((seg.pop_mut(), seg.pop_mut()), (Some(1), None));
    assert_eq!((array.push_mut(1), array.push_mut(2)), (Ok(()), Err(2)));
    assert_eq!((array.pop_mut(), array.pop_mut()), (Some(1), None));
}

#[test]
fn no_capacity_is_refused() {
    assert!(catch_unwind(AssertUnwindSafe(|| ArrayQueue::<u32>::new(0))).is_err());
}

#[test]
fn queues_are_shown_without_what_is_in_them() {
    let (seg, array) = (SegQueue::<u32>::new(), ArrayQueue::<u32>::new(1));
    assert_eq!(format!("{seg:?} {array:?}"), "SegQueue { .. } ArrayQueue { .. }");
}

#[test]
fn what_is_left_is_dropped() {
    let value = Arc::new(());
    let (seg, array) = (SegQueue::new(), ArrayQueue::new(2));
    seg.push(Arc::clone(&value));
    array.push(Arc::clone(&value)).unwrap();
    drop((seg, array));
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn each_value_is_popped_once() {
    let queue = SegQueue::new();
    thread::scope(|scope| {
        scope.spawn(|| queue.push(1));
        scope.spawn(|| queue.push(2));
        let taken = scope.spawn(|| queue.pop()).join().unwrap();
        let rest = queue.len();
        assert!(rest <= 2 && taken.is_none_or(|n| n == 1 || n == 2));
    });
    assert!(queue.len() <= 2);
}

#[test]
fn popping_shows_what_was_done_before_pushing() {
    let (queue, x) = (ArrayQueue::new(1), AtomicUsize::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            x.store(1, Relaxed);
            queue.push(()).unwrap();
        });
        while queue.pop().is_none() {
            thread::yield_now();
        }
        assert_eq!(x.load(Relaxed), 1);
    });
}

#[test]
fn pushing_out_keeps_the_newest() {
    let queue = ArrayQueue::new(1);
    thread::scope(|scope| {
        let out = scope.spawn(|| queue.force_push(1));
        let out = (queue.force_push(2), out.join().unwrap());
        assert!(out == (None, Some(2)) || out == (Some(1), None), "{out:?}");
    });
    assert_eq!(queue.len(), 1);
}

#[test]
fn a_queue_may_be_static() {
    QUEUE.push(1);
    assert_eq!((QUEUE.pop(), QUEUE.pop()), (Some(1), None));
}
