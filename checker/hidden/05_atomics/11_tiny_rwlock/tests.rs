//! Readers that wait for one another inside, and visitors that panic.

use harness::{Rendezvous, deliberate_panic, expect, expect_eq};
use learner::TinyRwLock;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// Two readers, then three, wait inside until all of them have come.
fn readers_meet_inside() {
    let lock = TinyRwLock::new(7);
    for readers in [2, 3] {
        let rendezvous = Rendezvous::new(readers);
        thread::scope(|scope| {
            for _ in 0..readers {
                scope.spawn(|| {
                    let (value, met) = lock.read(|value| (*value, rendezvous.meet()));
                    expect("readers inside at the same time", met);
                    expect_eq("value that was read", value, 7);
                });
            }
        });
    }
}

/// What the closures return comes out, and what they change stays.
fn one_after_the_other() {
    let lock = TinyRwLock::new(vec!["a".to_owned()]);
    for length in 1..4 {
        expect_eq("length that was read", lock.read(|words| words.len()), length);
        let before = lock.write(|words| {
            words.push("b".to_owned());
            words.len() - 1
        });
        expect_eq("length before the change", before, length);
    }
    let joined = lock.read(|words| words.concat());
    expect_eq("words in the end", joined, "abbb".to_owned());
}

/// A writer on another thread gets in, and adds one.
fn expect_that_a_writer_gets_in(lock: &TinyRwLock<u32>) {
    let rendezvous = Rendezvous::new(2);
    thread::scope(|scope| {
        scope.spawn(|| {
            lock.write(|value| *value += 1);
            rendezvous.meet()
        });
        expect("a writer gets in after the panic", rendezvous.meet());
    })
}

/// A reader panics inside: a writer still gets in, and another reader.
fn panic_of_a_reader() {
    let lock = TinyRwLock::new(1);
    let read = || lock.read(|_| deliberate_panic());
    let panicked = catch_unwind(AssertUnwindSafe(read)).is_err();
    expect("the panic of the reader went on", panicked);
    expect_that_a_writer_gets_in(&lock);
    expect_eq("value for the next reader", lock.read(|value| *value), 2);
}

/// A writer panics inside: another writer still gets in, and a reader finds
/// what both have done.
fn panic_of_a_writer() {
    let lock = TinyRwLock::new(1);
    let change = || {
        lock.write(|value| {
            *value = 5;
            deliberate_panic()
        });
    };
    let panicked = catch_unwind(AssertUnwindSafe(change)).is_err();
    expect("the panic of the writer went on", panicked);
    expect_that_a_writer_gets_in(&lock);
    expect_eq("value for the next reader", lock.read(|value| *value), 6);
}

harness::cases![readers_meet_inside, one_after_the_other, panic_of_a_reader, panic_of_a_writer];
