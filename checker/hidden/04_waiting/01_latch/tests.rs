//! A waiter on a real thread, watched while it sleeps.

use harness::{Sleepers, expect};
use learner::Latch;
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// A thread waits at a closed latch and is looked at 30 times, 10 ms apart: it
/// is asleep at 15 of them or more, and leaves the CPU 8 times at most.
fn a_waiter_sleeps() {
    let latch = Arc::new(Latch::new());
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&latch);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(Sleepers::me()).expect("the main thread listens");
        waits_at.wait();
    });
    let waiter = told.recv().expect("the waiter starts");
    sleep(Duration::from_millis(20));
    let sleeps = waiter.sleep_on(30);
    expect("a waiter that sleeps until it is woken", sleeps);
}

harness::cases![a_waiter_sleeps];
