//! A long day at the pharmacy.

use harness::{cpu_and_wall, expect, expect_eq};
use learner::{TicketLock, Turn};
use std::cell::Cell;
use std::thread::{self, sleep};
use std::time::Duration;

/// A lock that is there before `main`.
static TILL: TicketLock<u32> = TicketLock::new(0);

/// One customer comes 70 000 times, always alone: they are served each time, and
/// each ticket is counted.
fn a_long_day() {
    let customer = thread::spawn(|| (0..70_000).for_each(|_| *TILL.lock() += 1));
    let (mut drawn, mut spent) = (0, Duration::ZERO);
    while !customer.is_finished() {
        spent += cpu_and_wall(|| sleep(Duration::from_millis(5))).0;
        if TILL.drawn() != drawn {
            (drawn, spent) = (TILL.drawn(), Duration::ZERO);
        }
        // Who looks at the display for a second of CPU time looks for ever.
        expect("a customer who is served, with nobody else there", spent < Duration::from_secs(1));
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
