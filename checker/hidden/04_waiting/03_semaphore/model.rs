//! Customers at one semaphore.

use harness::{expect, expect_at_most, expect_eq};
use learner::Semaphore;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Two permits, one of which is out all the while: of two customers, one
/// converts at a time, and both are served.
fn one_of_two_is_out() {
    let (semaphore, running) = (Semaphore::new(2), AtomicU32::new(0));
    let held = semaphore.acquire();
    let visit = || {
        let _permit = semaphore.acquire();
        let now = running.fetch_add(1, Relaxed) + 1;
        expect_at_most("conversions at the same time", now, 1);
        running.fetch_sub(1, Relaxed);
    };
    harness::roles! { "A" => visit(), "B" => visit() }
    expect_eq("free permits while one is out", semaphore.available(), 1);
    drop(held);
    expect_eq("free permits at the end", semaphore.available(), 2);
}

/// One permit. One customer comes twice, another once: one conversion runs at
/// a time, and everybody is served.
fn customer_comes_back() {
    let (semaphore, running) = (Semaphore::new(1), AtomicU32::new(0));
    let visit = || {
        let _permit = semaphore.acquire();
        let now = running.fetch_add(1, Relaxed) + 1;
        expect_at_most("conversions at the same time", now, 1);
        running.fetch_sub(1, Relaxed);
    };
    harness::roles! { "A" => { visit(); visit() }, "B" => visit() }
    expect_eq("free permits at the end", semaphore.available(), 1);
}

/// Both permits are out and two customers wait. Then both permits come back:
/// both customers get one, while nobody gives any back.
fn two_permits_come_back() {
    let semaphore = Semaphore::new(2);
    let held = (semaphore.acquire(), semaphore.acquire());
    let (mut first, mut second) = (None, None);
    harness::roles! {
        "A" => first = Some(semaphore.acquire()),
        "B" => second = Some(semaphore.acquire()),
        "holder" => drop(held)
    }
    expect_eq("free permits while A and B hold theirs", semaphore.available(), 0);
    drop((first, second));
    expect_eq("free permits at the end", semaphore.available(), 2);
}

/// The only permit is out and a customer waits for it. It comes back, and a
/// passer-by with a coupon may be quicker: the customer is served all the same,
/// before or after.
fn passer_by_is_quicker() {
    let semaphore = Semaphore::new(1);
    let held = semaphore.acquire();
    harness::roles! {
        "customer" => drop(semaphore.acquire()),
        "passer-by" => drop(semaphore.try_acquire()),
        "holder" => drop(held)
    }
    expect_eq("free permits at the end", semaphore.available(), 1);
}

/// One permit. Two customers each read a number, add 1 and write it back while
/// they hold the permit: none of it is lost.
fn one_permit_is_a_lock() {
    let (semaphore, pictures) = (Semaphore::new(1), AtomicU32::new(0));
    let add_one = || {
        let _permit = semaphore.acquire();
        pictures.store(pictures.load(Relaxed) + 1, Relaxed);
    };
    harness::roles! { "A" => add_one(), "B" => add_one() }
    expect_eq("pictures at the end", pictures.load(Relaxed), 2);
}

/// Two permits, and two customers with coupons: both get one.
fn two_coupons_two_permits() {
    let semaphore = Semaphore::new(2);
    let (mut first, mut second) = (None, None);
    harness::roles! {
        "A" => first = semaphore.try_acquire(),
        "B" => second = semaphore.try_acquire()
    }
    expect("a permit for A, with two free", first.is_some());
    expect("a permit for B, with two free", second.is_some());
}

/// One permit, and two customers with coupons who keep what they get: one gets
/// it, the other is sent away at once.
fn two_coupons_one_permit() {
    let semaphore = Semaphore::new(1);
    let (mut first, mut second) = (None, None);
    harness::roles! {
        "A" => first = semaphore.try_acquire(),
        "B" => second = semaphore.try_acquire()
    }
    let served = usize::from(first.is_some()) + usize::from(second.is_some());
    expect_eq("customers with a permit", served, 1);
    expect_eq("free permits meanwhile", semaphore.available(), 0);
    drop((first, second));
    expect_eq("free permits at the end", semaphore.available(), 1);
}

/// One permit. A has it, gives it back and asks again, while B asks once. If B
/// was sent away, the permit was free when A asked again.
fn sent_away_for_a_reason() {
    let semaphore = Semaphore::new(1);
    let (mut again, mut other) = (None, None);
    let held = semaphore.acquire();
    harness::roles! {
        "A" => { drop(held); again = semaphore.try_acquire() },
        "B" => other = semaphore.try_acquire()
    }
    expect("a permit for A or for B", again.is_some() || other.is_some());
}

/// The only permit is in the hands of a passer-by, who tries for another and is
/// sent away at once, also while a customer waits. Then the passer-by gives
/// back the one: the customer gets it.
fn trying_waits_for_nobody() {
    let semaphore = Semaphore::new(1);
    let held = semaphore.acquire();
    let mut another = false;
    harness::roles! {
        "customer" => drop(semaphore.acquire()),
        "passer-by" => { another = semaphore.try_acquire().is_some(); drop(held) }
    }
    expect("no second permit out of one", !another);
    expect_eq("free permits at the end", semaphore.available(), 1);
}

harness::models![
    one_of_two_is_out,
    customer_comes_back,
    two_permits_come_back,
    passer_by_is_quicker,
    one_permit_is_a_lock,
    two_coupons_two_permits,
    two_coupons_one_permit,
    sent_away_for_a_reason,
    trying_waits_for_nobody,
];
