//! A longer shelf, and sleepers on real threads that are watched.

use harness::{Sleepers, expect, expect_eq};
use learner::BoundedBuffer;
use std::sync::{Arc, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// One thread at a shelf with seven places fills it, empties half of it, fills
/// it again and sweeps it, over and over: every plate comes out once, in order.
fn seven_places() {
    let shelf = BoundedBuffer::new(7);
    let (mut put, mut served) = (0_u32, Vec::new());
    for _ in 0..5 {
        for puts in [7, 3] {
            for _ in 0..puts {
                shelf.put(put.to_string());
                put += 1;
            }
            if puts == 7 {
                served.extend((0..3).map(|_| shelf.take()));
            }
        }
        let swept = shelf.take_all();
        expect_eq("plates swept off a full shelf", swept.len(), 7);
        served.extend(swept);
    }
    let wanted: Vec<String> = (0..put).map(|plate| plate.to_string()).collect();
    expect_eq("plates in the order they left the shelf", served, wanted);
    expect_eq("plates swept off an empty shelf", shelf.take_all().len(), 0);
}

/// Whether a thread that does `wait` at the shelf sleeps there.
fn sleeps_at(shelf: BoundedBuffer<u32>, wait: fn(&BoundedBuffer<u32>)) -> bool {
    let shelf = Arc::new(shelf);
    let (tell, told) = mpsc::channel();
    let waits_at = Arc::clone(&shelf);
    // Not joined: that it wakes in the end is for the model to prove.
    thread::spawn(move || {
        tell.send(Sleepers::me()).expect("the main thread listens");
        wait(&waits_at);
    });
    let waiter = told.recv().expect("the thread starts");
    sleep(Duration::from_millis(20));
    waiter.sleep_on(20)
}

/// A waiter stands before an empty shelf and is looked at 20 times, 10 ms
/// apart: it is asleep at 10 of them or more, and leaves the CPU 8 times at
/// most.
fn a_waiter_sleeps() {
    let empty = BoundedBuffer::new(1);
    expect("a waiter that sleeps until it is woken", sleeps_at(empty, |shelf| drop(shelf.take())));
}

/// A cook stands before a full shelf and is looked at 20 times, 10 ms apart:
/// she is asleep at 10 of them or more, and leaves the CPU 8 times at most.
fn a_cook_sleeps() {
    let full = BoundedBuffer::new(1);
    full.put(1);
    expect("a cook who sleeps until she is woken", sleeps_at(full, |shelf| shelf.put(2)));
}

harness::cases![seven_places, a_waiter_sleeps, a_cook_sleeps];
