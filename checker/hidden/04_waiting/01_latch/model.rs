//! Waiters and openers of one latch.

use harness::expect_eq;
use learner::Latch;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// One thread waits, another writes the settings and opens: the waiter goes
/// on, and sees them.
fn one_waiter() {
    let (latch, settings) = (Latch::new(), AtomicU32::new(0));
    let mut seen = 0;
    harness::roles! {
        "waiter" => {
            latch.wait();
            seen = settings.load(Relaxed)
        },
        "opener" => {
            settings.store(7, Relaxed);
            latch.open()
        }
    }
    expect_eq("settings that the waiter saw", seen, 7);
}

/// Two threads wait, a third opens: both go on, and see what it wrote.
fn two_waiters() {
    let (latch, settings) = (Latch::new(), AtomicU32::new(0));
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "waiter A" => {
            latch.wait();
            first = settings.load(Relaxed)
        },
        "waiter B" => {
            latch.wait();
            second = settings.load(Relaxed)
        },
        "opener" => {
            settings.store(7, Relaxed);
            latch.open()
        }
    }
    expect_eq("settings that the waiters saw", [first, second], [7, 7]);
}

/// The latch is open already: whoever comes goes straight through, twice.
fn open_before_wait() {
    let latch = Latch::new();
    latch.open();
    harness::roles! {
        "A" => {
            latch.wait();
            latch.wait()
        },
        "B" => latch.wait()
    }
}

/// Two threads open, a third waits: the second opening changes nothing.
fn opened_twice() {
    let latch = Latch::new();
    harness::roles! {
        "waiter" => latch.wait(),
        "opener A" => latch.open(),
        "opener B" => latch.open()
    }
    latch.wait();
}

harness::models![one_waiter, two_waiters, open_before_wait, opened_twice];
