//! A ferryman on a real thread, watched in his sleep.

use harness::{Sleepers, expect};
use learner::Parker;
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// A ferryman parks and is looked at 20 times, 10 ms apart: he is asleep at 10
/// of them or more, and leaves the CPU 8 times at most.
fn a_ferryman_sleeps() {
    let bank = Arc::new(Parker::new());
    let (tell, told) = mpsc::channel();
    let parks_at = Arc::clone(&bank);
    // Not joined: that he wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(Sleepers::me()).expect("the main thread listens");
        parks_at.park();
    });
    let ferryman = told.recv().expect("the ferryman starts");
    sleep(Duration::from_millis(20));
    let sleeps = ferryman.sleep_on(20);
    expect("a ferryman who sleeps until he is woken", sleeps);
}

harness::cases![a_ferryman_sleeps];
