//! Permits of one thread, and a customer on a real thread that is watched.

use harness::{Sleepers, expect, expect_eq};
use learner::Semaphore;
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// One thread takes a hundred permits out of a hundred, is refused one more,
/// and gives them back in another order: the numbers are right all the while.
fn a_hundred_permits() {
    let semaphore = Semaphore::new(100);
    let mut permits = Vec::new();
    for taken in 1..=100 {
        permits.push(if taken % 2 == 0 {
            semaphore.acquire()
        } else {
            semaphore.try_acquire().unwrap_or_else(|| {
                expect("a permit while some are free", false);
                semaphore.acquire()
            })
        });
        expect_eq("free permits", semaphore.available(), 100 - taken);
    }
    expect("no permit beyond the hundredth", semaphore.try_acquire().is_none());
    while !permits.is_empty() {
        drop(permits.swap_remove(permits.len() / 2));
        expect_eq("free permits", semaphore.available(), 100 - permits.len());
    }
}

/// The only permit is out. A customer waits for it and is looked at 20 times,
/// 10 ms apart: it is asleep at 10 of them or more, and leaves the CPU 8 times
/// at most.
fn a_customer_sleeps() {
    let semaphore = Arc::new(Semaphore::new(1));
    let _held = semaphore.acquire();
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&semaphore);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(Sleepers::me()).expect("the main thread listens");
        drop(waits_at.acquire());
    });
    let customer = told.recv().expect("the customer starts");
    sleep(Duration::from_millis(20));
    let sleeps = customer.sleep_on(20);
    expect("a customer that sleeps until it is woken", sleeps);
}

harness::cases![a_hundred_permits, a_customer_sleeps];
