//! A long day at the pharmacy.

use harness::{expect, expect_eq};
use learner::{TicketLock, Turn};
use std::cell::Cell;
use std::sync::mpsc::{self, RecvTimeoutError::Timeout};
use std::thread;
use std::time::Duration;

/// A lock that is there before `main`.
static TILL: TicketLock<u32> = TicketLock::new(0);

/// One customer comes 70 000 times, always alone: they are served each time, and
/// each ticket is counted.
fn a_long_day() {
    let (tell, told) = mpsc::channel();
    let customer = thread::spawn(move || {
        for _ in 0..7 {
            (0..10_000).for_each(|_| *TILL.lock() += 1);
            tell.send(()).expect("somebody listens");
        }
    });
    for _ in 0..7 {
        let served = told.recv_timeout(Duration::from_secs(3));
        expect("a customer who is served, with nobody else there", served != Err(Timeout));
    }
    customer.join().unwrap();
    expect_eq("tickets drawn", TILL.drawn(), 70_000);
    expect_eq("customers that the till counted", *TILL.lock(), 70_000);
}

fn shared<T: Sync>(_: &T) {}

/// A lock of a `Cell` can be shared, and so can a turn of a number.
fn what_may_be_locked() {
    shared(&TicketLock::new(Cell::new(1)));
    let _ = shared::<Turn<'static, u32>>;
}

harness::cases![a_long_day, what_may_be_locked];
