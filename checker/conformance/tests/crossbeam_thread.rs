//! `crossbeam::thread`: scoped threads.

use crossbeam::thread::{self, Scope, ScopedJoinHandle, ScopedThreadBuilder};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

fn panic_with(n: u32) -> u32 {
    resume_unwind(Box::new(n))
}

#[test]
fn threads_borrow_what_is_outside() {
    let mut numbers = [1, 2, 3, 4];
    let count = AtomicUsize::new(0);
    let sum = crossbeam::scope(|scope| {
        let (left, right) = numbers.split_at_mut(2);
        let left = scope.spawn(|_| {
            left[0] = 10;
            count.fetch_add(1, SeqCst);
            left.iter().sum::<i32>()
        });
        let right = scope.spawn(|_| {
            count.fetch_add(1, SeqCst);
            right.iter().sum::<i32>()
        });
        left.join().unwrap() + right.join().unwrap()
    });
    assert_eq!((sum.unwrap(), count.into_inner(), numbers[0]), (19, 2, 10));
}

#[test]
fn a_scope_waits_for_threads_that_nobody_joins() {
    let count = AtomicUsize::new(0);
    thread::scope(|scope| {
        scope.spawn(|scope| {
            scope.spawn(|_| count.fetch_add(1, SeqCst));
            count.fetch_add(1, SeqCst);
        });
    })
    .unwrap();
    assert_eq!(count.into_inner(), 2);
}

#[test]
fn panics_that_nobody_saw_come_back_in_a_list() {
    let result = thread::scope(|scope| {
        scope.spawn(|_| panic_with(1));
        scope.spawn(|_| panic_with(2));
        scope.spawn(|_| 3);
    });
    let panics = result.unwrap_err().downcast::<Vec<Box<dyn Any + Send>>>().unwrap();
    let mut seen: Vec<u32> = panics.iter().map(|panic| *panic.downcast_ref().unwrap()).collect();
    seen.sort_unstable();
    assert_eq!(seen, [1, 2]);
}

#[test]
fn a_panic_that_was_joined_is_seen() {
    let seen = thread::scope(|scope| {
        let caught = scope.spawn(|_| panic_with(5)).join().unwrap_err();
        *caught.downcast::<u32>().unwrap()
    });
    assert_eq!(seen.unwrap(), 5);
}

#[test]
fn a_panic_of_the_scope_goes_on_after_its_threads() {
    let count = AtomicUsize::new(0);
    let result = catch_unwind(AssertUnwindSafe(|| {
        thread::scope(|scope| {
            scope.spawn(|_| count.fetch_add(1, SeqCst));
            panic_with(7);
        })
    }));
    assert_eq!(*result.unwrap_err().downcast::<u32>().unwrap(), 7);
    assert_eq!(count.into_inner(), 1);
}

#[test]
fn a_thread_joins_those_it_spawned_itself() {
    let sum = thread::scope(|scope| {
        scope.spawn(|_| 1);
        let parent = scope.spawn(|scope| scope.spawn(|_| 4).join().unwrap() + 1);
        parent.join().unwrap()
    });
    assert_eq!(sum.unwrap(), 5);
}

#[test]
fn a_builder_names_its_thread() {
    thread::scope(|scope| {
        let builder: ScopedThreadBuilder<'_, '_> = scope.builder();
        let handle = builder
            .name("worker".to_owned())
            .stack_size(64 * 1024)
            .spawn(|_| std::thread::current().name().map(str::to_owned))
            .unwrap();
        assert_eq!(handle.thread().name(), Some("worker"));
        assert_eq!(handle.join().unwrap().as_deref(), Some("worker"));
    })
    .unwrap();
}

#[test]
fn handles_and_scopes_are_shown() {
    thread::scope(|scope: &Scope<'_>| {
        let handle: ScopedJoinHandle<'_, u32> = scope.spawn(|_| 1);
        assert_eq!(format!("{scope:?} {handle:?}"), "Scope { .. } ScopedJoinHandle { .. }");
    })
    .unwrap();
}
