//! Customers of a pharmacy with one counter.

use harness::{deliberate_panic, expect, expect_eq};
use learner::TicketLock;
use std::hint::spin_loop;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Two customers are served: the till has counted both.
fn two_customers() {
    let till = TicketLock::new(0);
    harness::roles! {
        "Ada" => *till.lock() += 1,
        "Ben" => *till.lock() += 1
    }
    expect_eq("tickets drawn", till.drawn(), 2);
    expect_eq("customers that the till counted", *till.lock(), 2);
}

/// Ben looks at the roll before he draws a ticket: if one is gone, it is Ada's,
/// and she is served before him.
fn first_come_first_served() {
    let served = TicketLock::new(Vec::with_capacity(2));
    let mut before_ben = 0;
    harness::roles! {
        "Ada" => served.lock().push("Ada"),
        "Ben" => {
            before_ben = served.drawn();
            served.lock().push("Ben");
        }
    }
    let served = served.lock();
    expect_eq("customers served", served.len(), 2);
    if before_ben == 1 {
        expect("Ada served first, who had a ticket before Ben came", served[0] == "Ada");
    }
}

/// Ben stands at the counter until somebody has drawn a ticket behind him: Ada
/// does so while she waits.
fn ticket_before_the_wait() {
    let till = TicketLock::new(0);
    harness::roles! {
        "Ada" => *till.lock() += 1,
        "Ben" => {
            let mut turn = till.lock();
            while till.drawn() < 2 {
                spin_loop();
            }
            *turn += 1;
        }
    }
    expect_eq("customers that the till counted", *till.lock(), 2);
}

/// Ada panics at the counter after her purchase was counted: Ben is served all
/// the same.
fn panic_at_the_counter() {
    let till = TicketLock::new(0);
    harness::roles! {
        "Ada" => {
            let panicked = catch_unwind(AssertUnwindSafe(|| {
                let mut turn = till.lock();
                *turn += 1;
                deliberate_panic();
            }));
            drop(panicked);
        },
        "Ben" => *till.lock() += 1
    }
    expect_eq("customers that the till counted", *till.lock(), 2);
}

harness::models![
    two_customers,
    first_come_first_served,
    ticket_before_the_wait,
    panic_at_the_counter
];
