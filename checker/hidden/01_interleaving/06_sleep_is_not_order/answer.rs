//! Six snippets from a kitchen, each with a claim about an order.

use harness::expect_eq;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{Builder, sleep, yield_now};
use std::time::Duration;

fn ms(time: u64) -> Duration {
    Duration::from_millis(time)
}

/// The cook needs 10 ms, and the waiter comes after 100 ms: the soup is ready
/// when it is served.
fn sleeps_longer() {
    let ready = AtomicBool::new(false);
    let mut served = false;
    harness::roles! {
        "cook" => {
            sleep(ms(10));
            ready.store(true, SeqCst)
        },
        "waiter" => {
            sleep(ms(100));
            served = ready.load(SeqCst)
        }
    }
    expect_eq("soup that is ready when served", served, true);
}

/// The soup is not ready, so the waiter lets the others go first, and then
/// serves it: it is ready by then.
fn yields_first() {
    let ready = AtomicBool::new(false);
    let mut served = false;
    harness::roles! {
        "cook" => ready.store(true, SeqCst),
        "waiter" => {
            served = ready.load(SeqCst);
            if !served {
                yield_now();
                served = ready.load(SeqCst)
            }
        }
    }
    expect_eq("soup that is ready when served", served, true);
}

/// The early guest is seated by a thread that is started before that of the
/// late guest: the early one gets table 0.
fn spawned_first() {
    let next = AtomicU32::new(0);
    let (mut early, mut late) = (9, 9);
    harness::roles! {
        "early" => early = next.fetch_add(1, SeqCst),
        "late" => late = next.fetch_add(1, SeqCst)
    }
    expect_eq("tables of the early and the late guest", [early, late], [0, 1]);
}

/// Each waiter numbers an order and prints the number: the printed list goes
/// by numbers.
fn printed_in_order() {
    let next = AtomicU32::new(0);
    let printed = Mutex::new(Vec::new());
    let order = || {
        let number = next.fetch_add(1, SeqCst);
        printed.lock().unwrap().push(number); // as `println!` does
    };
    harness::roles! { "ann" => order(), "bob" => order() }
    expect_eq("numbers as printed", printed.into_inner().unwrap(), vec![0, 1]);
}

/// The waiter sends for a cook and waits until the cook has gone home: the soup
/// is ready when it is served.
fn joins_the_cook() {
    let ready = Arc::new(AtomicBool::new(false));
    let mut served = false;
    harness::roles! {
        "waiter" => {
            let cook = Builder::new().name("cook".to_owned());
            let pot = Arc::clone(&ready);
            let cook = cook.spawn(move || {
                sleep(ms(100));
                pot.store(true, SeqCst)
            });
            cook.unwrap().join().unwrap();
            served = ready.load(SeqCst)
        }
    }
    expect_eq("soup that is ready when served", served, true);
}

/// The cook finishes the soup and rings a bell, for which the waiter waits: the
/// soup is ready when it is served.
fn waits_for_the_bell() {
    let ready = AtomicBool::new(false);
    let (bell, mut rings) = mpsc::channel();
    let mut served = false;
    harness::roles! {
        "cook" => {
            ready.store(true, SeqCst);
            bell.send(()).unwrap()
        },
        "waiter" => {
            let rings = &mut rings; // only one thread may receive
            rings.recv().unwrap();
            served = ready.load(SeqCst)
        }
    }
    expect_eq("soup that is ready when served", served, true);
}

harness::answers! {
    failure(sleeps_longer) => learner::SLEEPS_LONGER;
    failure(yields_first) => learner::YIELDS_FIRST;
    failure(spawned_first) => learner::SPAWNED_FIRST;
    failure(printed_in_order) => learner::PRINTED_IN_ORDER;
    failure(joins_the_cook) => learner::JOINS_THE_COOK;
    failure(waits_for_the_bell) => learner::WAITS_FOR_THE_BELL;
}
