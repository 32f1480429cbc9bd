//! A ferryman and his passengers.

use harness::{expect, expect_at_least, expect_at_most, expect_eq};
use learner::Parker;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::{Duration, Instant};

const A_SECOND: Duration = Duration::from_secs(1);

/// A passenger puts down luggage and rings, before or while the ferryman
/// sleeps: he wakes, and sees the luggage.
fn one_ring() {
    let (bank, luggage) = (Parker::new(), AtomicU32::new(0));
    let mut seen = 0;
    harness::roles! {
        "ferryman" => {
            bank.park();
            seen = luggage.load(Relaxed)
        },
        "passenger" => {
            luggage.store(2, Relaxed);
            bank.unpark()
        }
    }
    expect_eq("luggage that the ferryman saw", seen, 2);
}

/// Somebody has rung twice, and the ferryman has crossed once: that was the one
/// token. He crosses again only after the passenger's ring.
fn rings_do_not_add_up() {
    let (bank, luggage) = (Parker::new(), AtomicU32::new(0));
    bank.unpark();
    bank.unpark();
    bank.park();
    let mut seen = 0;
    harness::roles! {
        "ferryman" => {
            bank.park();
            seen = luggage.load(Relaxed)
        },
        "passenger" => {
            luggage.store(2, Relaxed);
            bank.unpark()
        }
    }
    expect_eq("luggage that the ferryman saw", seen, 2);
}

/// Two banks, each with a sleeper. The ferryman is called, calls back, and is
/// called once more: nobody sleeps on, and each ring is heard once.
fn there_and_back() {
    let (near, far) = (Parker::new(), Parker::new());
    let luggage = AtomicU32::new(0);
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "ferryman" => {
            near.park();
            first = luggage.load(Relaxed);
            far.unpark();
            near.park();
            second = luggage.load(Relaxed)
        },
        "passenger" => {
            luggage.store(1, Relaxed);
            near.unpark();
            far.park();
            luggage.store(2, Relaxed);
            near.unpark()
        }
    }
    expect_eq("luggage at the first and the second crossing", [first, second], [1, 2]);
}

/// Two passengers ring while the ferryman parks once: he wakes, and at most one
/// token is left.
fn two_passengers() {
    let bank = Parker::new();
    harness::roles! {
        "ferryman" => bank.park(),
        "A" => bank.unpark(),
        "B" => bank.unpark()
    }
    let left = u32::from(bank.park_timeout(A_SECOND)) + u32::from(bank.park_timeout(A_SECOND));
    expect_at_most("tokens left over", left, 1);
}

/// The token hangs there already when a passenger puts down luggage and rings.
/// If the two rings became one, whoever took that token sees the luggage.
fn rings_that_coincide() {
    let (bank, luggage) = (Parker::new(), AtomicU32::new(0));
    bank.unpark();
    let mut seen = 0;
    harness::roles! {
        "ferryman" => {
            bank.park();
            seen = luggage.load(Relaxed)
        },
        "passenger" => {
            luggage.store(2, Relaxed);
            bank.unpark()
        }
    }
    let rings_became_one = !bank.park_timeout(A_SECOND);
    if rings_became_one {
        expect_eq("luggage that the ferryman saw with the one token", seen, 2);
    }
}

/// A passenger rings while the ferryman parks for a second. Either he takes the
/// token and says so, or he does not and it is there afterwards.
fn rings_when_the_time_is_up() {
    let bank = Parker::new();
    let mut taken = false;
    harness::roles! {
        "ferryman" => taken = bank.park_timeout(A_SECOND),
        "passenger" => bank.unpark()
    }
    let left = bank.park_timeout(A_SECOND);
    expect("a token that the ferryman took or left", taken || left);
    expect("no token both taken and left", !(taken && left));
}

/// Nobody rings. The ferryman parks for a second, and comes back without a
/// token when the second is over, not before.
fn nobody_rings() {
    let bank = Parker::new();
    let (mut taken, mut parked) = (true, Duration::ZERO);
    harness::roles! {
        "ferryman" => {
            let start = Instant::now();
            taken = bank.park_timeout(A_SECOND);
            parked = start.elapsed()
        }
    }
    expect("no token without a ring", !taken);
    expect_at_least("time parked", parked, A_SECOND);
}

/// The ferryman rings for himself and parks for no time at all: he takes the
/// token that is there. The second time there is none, and he is back at once.
fn no_time_at_all() {
    let bank = Parker::new();
    let (mut first, mut second) = (false, true);
    harness::roles! {
        "ferryman" => {
            bank.unpark();
            first = bank.park_timeout(Duration::ZERO);
            second = bank.park_timeout(Duration::ZERO)
        }
    }
    expect("a token after the ring", first);
    expect("no second token after one ring", !second);
}

harness::models![
    one_ring,
    rings_do_not_add_up,
    there_and_back,
    two_passengers,
    rings_that_coincide,
    rings_when_the_time_is_up,
    nobody_rings,
    no_time_at_all,
];
