//! A hiker on a real thread, watched in its sleep.

use harness::{Sleepers, expect};
use learner::Barrier;
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// A hiker waits for another and is looked at 20 times, 10 ms apart: it is
/// asleep at 10 of them or more, and leaves the CPU 8 times at most.
fn a_hiker_sleeps() {
    let barrier = Arc::new(Barrier::new(2));
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&barrier);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(Sleepers::me()).expect("the main thread listens");
        waits_at.wait();
    });
    let hiker = told.recv().expect("the hiker starts");
    sleep(Duration::from_millis(20));
    let sleeps = hiker.sleep_on(20);
    expect("a hiker that sleeps until it is woken", sleeps);
}

harness::cases![a_hiker_sleeps];
