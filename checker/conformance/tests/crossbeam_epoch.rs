//! `crossbeam::epoch`.

use crossbeam::epoch::{
    self, Atomic, Collector, Guard, Owned, Pointable, Pointer, Shared, unprotected,
};
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use std::thread;

struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_add(1, SeqCst);
    }
}

/// Flushes until `count` things were dropped.
fn flush_until(collector: &Collector, count: &AtomicUsize, wanted: usize) {
    let handle = collector.register();
    while count.load(SeqCst) < wanted {
        handle.pin().flush();
        thread::yield_now();
    }
}

#[test]
fn pointers_go_in_and_out() {
    let guard = &epoch::pin();
    let atomic = Atomic::new(1);
    let one = atomic.load(Acquire, guard);
    assert_eq!(unsafe { (*one.deref(), one.as_ref(), one.is_null()) }, (1, Some(&1), false));
    let found = atomic.swap(Owned::new(2), AcqRel, guard);
    assert_eq!(found, one);
    let two = atomic.swap(one, AcqRel, guard);
    assert_eq!(unsafe { *two.into_owned() }, 2);
    atomic.store(one, Release);
    let null = Shared::null();
    let three = Owned::new(3);
    let error = atomic.compare_exchange(null, three, AcqRel, Acquire, guard).unwrap_err();
    assert_eq!((error.current, *error.new), (one, 3));
    let stored = atomic.compare_exchange(one, error.new, AcqRel, Acquire, guard);
    assert_eq!(unsafe { *stored.unwrap().deref() }, 3);
    assert!(atomic.load(Acquire, guard) != one);
    unsafe {
        assert_eq!(*one.into_owned(), 1);
        assert_eq!(*atomic.try_into_owned().unwrap().into_box(), 3);
    }
}

#[test]
fn a_weak_exchange_comes_through_in_the_end() {
    let guard = &epoch::pin();
    let atomic = Atomic::<u64>::null();
    let mut new = Owned::new(1);
    while let Err(error) = atomic.compare_exchange_weak(Shared::null(), new, SeqCst, Relaxed, guard)
    {
        assert!(error.current.is_null());
        new = error.new;
    }
    let tagged = atomic.fetch_update(SeqCst, SeqCst, guard, |found| Some(found.with_tag(1)));
    assert_eq!(tagged.unwrap().tag(), 0);
    assert_eq!(atomic.fetch_update(SeqCst, SeqCst, guard, |_| None).unwrap_err().tag(), 1);
    unsafe { drop(atomic.into_owned()) };
}

#[test]
fn tags_live_in_the_low_bits() {
    let guard = &epoch::pin();
    let atomic = Atomic::<u64>::from(Owned::new(7).with_tag(5));
    let tagged = atomic.load(Relaxed, guard);
    assert_eq!((tagged.tag(), tagged.with_tag(9).tag(), tagged.with_tag(0).tag()), (5, 1, 0));
    assert!(!tagged.is_null() && Shared::<u64>::null().with_tag(3).is_null());
    assert_eq!(atomic.fetch_or(2, SeqCst, guard).tag(), 5);
    assert_eq!(atomic.fetch_and(3, SeqCst, guard).tag(), 7);
    assert_eq!(atomic.fetch_xor(1, SeqCst, guard).tag(), 3);
    let left = atomic.load(Relaxed, guard);
    assert_eq!((left.tag(), left.as_raw(), unsafe { *left.deref() }), (2, tagged.as_raw(), 7));
    assert!(Shared::from(left.as_raw()) == left.with_tag(0));
    unsafe { drop(atomic.into_owned()) };
}

#[test]
fn slices_are_pointed_to_by_one_word() {
    let mut owned = Owned::<[MaybeUninit<u32>]>::init(3);
    owned.iter_mut().enumerate().for_each(|(at, slot)| _ = slot.write(at as u32));
    let guard = &epoch::pin();
    let shared = owned.into_shared(guard);
    let sum: u32 = unsafe { shared.deref().iter().map(|slot| slot.assume_init()).sum() };
    assert_eq!((sum, <[MaybeUninit<u32>]>::ALIGN), (3, align_of::<usize>()));
    unsafe { drop(shared.into_owned()) };
}

#[test]
fn owned_values_are_like_boxes() {
    let mut owned = Owned::new(vec![1]);
    owned.push(2);
    assert_eq!((owned.len(), owned.clone().into_box()), (2, Box::new(vec![1, 2])));
    let raw = owned.into_usize();
    let owned = unsafe { Owned::<Vec<u32>>::from_usize(raw) };
    assert_eq!(*Owned::<u32>::from(Box::new(3)), 3);
    assert_eq!(AsRef::<Vec<u32>>::as_ref(&owned), &[1, 2]);
    let count = Arc::new(AtomicUsize::new(0));
    drop(Owned::from(Counted(Arc::clone(&count))));
    assert_eq!(count.load(SeqCst), 1);
}

#[test]
fn threads_are_pinned_while_there_is_a_guard() {
    assert!(!epoch::is_pinned());
    let outer: Guard = epoch::pin();
    let mut inner = epoch::pin();
    drop(outer);
    assert!(epoch::is_pinned());
    inner.repin();
    assert!(epoch::is_pinned());
    let unpinned = inner.repin_after(epoch::is_pinned);
    assert!(!unpinned && epoch::is_pinned());
    assert!(inner.collector() == Some(epoch::default_collector()));
    assert_eq!(format!("{inner:?}"), "Guard { .. }");
    drop(inner);
    assert!(!epoch::is_pinned());
}

#[test]
fn an_unprotected_guard_defers_nothing() {
    let count = Arc::new(AtomicUsize::new(0));
    let guard = unsafe { unprotected() };
    guard.defer({
        let counted = Counted(Arc::clone(&count));
        move || drop(counted)
    });
    assert_eq!((count.load(SeqCst), guard.collector().is_none()), (1, true));
    guard.flush();
}

#[test]
fn a_guard_holds_up_what_is_deferred() {
    let (count, collector) = (Arc::new(AtomicUsize::new(0)), Collector::new());
    let (here, there) = (collector.register(), collector.register());
    let other = there.pin();
    {
        let guard = here.pin();
        let node = Owned::new(Counted(Arc::clone(&count))).into_shared(&guard);
        unsafe { guard.defer_destroy(node) };
        guard.flush();
        assert_eq!(count.load(SeqCst), 0);
    }
    here.pin().flush();
    assert_eq!(count.load(SeqCst), 0);
    drop(other);
    flush_until(&collector, &count, 1);
    assert_eq!(count.load(SeqCst), 1);
}

#[test]
fn a_collector_ends_with_what_is_left() {
    let (count, collector) = (Arc::new(AtomicUsize::new(0)), Collector::default());
    let handle = collector.register();
    assert!(handle.collector() == &collector && collector.clone() == collector);
    assert!(Collector::new() != collector && !handle.is_pinned());
    {
        let guard = handle.pin();
        let counted = Counted(Arc::clone(&count));
        guard.defer(move || drop(counted));
        assert!(handle.is_pinned());
    }
    drop((handle, collector));
    assert_eq!(count.load(SeqCst), 1);
}

#[test]
fn a_stack_frees_each_node_once() {
    struct Node {
        value: u32,
        next: Atomic<Node>,
        _counted: Counted,
    }
    let (count, collector) = (Arc::new(AtomicUsize::new(0)), Collector::new());
    let head = Atomic::<Node>::null();
    let pop = |collector: &Collector| {
        let handle = collector.register();
        let guard = handle.pin();
        loop {
            let first = head.load(Acquire, &guard);
            let node = unsafe { first.as_ref() }?;
            let next = node.next.load(Relaxed, &guard);
            if head.compare_exchange(first, next, Release, Relaxed, &guard).is_ok() {
                let value = node.value;
                unsafe { guard.defer_destroy(first) };
                return Some(value);
            }
        }
    };
    for value in 1..=2 {
        let guard = unsafe { unprotected() };
        let next = Atomic::from(head.load(Relaxed, guard));
        head.store(
            Owned::new(Node { value, next, _counted: Counted(Arc::clone(&count)) }),
            Release,
        );
    }
    let popped = thread::scope(|scope| {
        let other = scope.spawn(|| pop(&collector));
        (pop(&collector).unwrap(), other.join().unwrap().unwrap())
    });
    assert_eq!(popped.0 + popped.1, 3);
    drop(collector);
    assert_eq!(count.load(SeqCst), 2);
}
