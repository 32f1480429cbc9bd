//! Nights on real threads.

use harness::{Rendezvous, Sleepers, expect, expect_eq};
use learner::{Delivery, Lab};
use std::mem;
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, sleep};
use std::time::Duration;

/// Nobody comes for a while; the workers wait for the first film.
fn a_quiet_evening() {
    sleep(Duration::from_millis(30));
}

/// Three workers wait for one another, each with a film in the hands.
fn workers_work_at_the_same_time() {
    let meeting = Arc::new(Rendezvous::new(4));
    let at_work = Arc::clone(&meeting);
    let lab = Lab::open(3, move |film| {
        expect("three films that are developed at the same time", at_work.meet());
        film
    });
    a_quiet_evening();
    for film in 1..=3 {
        expect_eq("film handed in", lab.hand_in(film), Ok(()));
    }
    expect("three films that are developed at the same time", meeting.meet());
    // Whether it closes is for the model to prove.
    mem::forget(lab);
}

/// Whether a lab closes in which nobody does anything. If it does not, the
/// model shows why, better than a program that hangs.
fn an_empty_lab_closes() -> bool {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        Lab::open(1, |film| film).close();
        tell.send(())
    });
    told.recv_timeout(Duration::from_millis(500)).is_ok()
}

/// A thousand films are handed in while the four workers are kept from
/// working: a thousand pictures, each film once.
fn a_thousand_films() {
    if !an_empty_lab_closes() {
        return;
    }
    let evening = Arc::new(Mutex::new(()));
    let night = Arc::clone(&evening);
    let nobody_works = evening.lock().expect("nobody panics");
    let lab = Lab::open(4, move |film| {
        drop(night.lock().expect("nobody panics"));
        film + 5000
    });
    a_quiet_evening();
    for film in 0..1000 {
        expect_eq("film handed in", lab.hand_in(film), Ok(()));
    }
    drop(nobody_works);
    let Delivery { mut pictures, films } = lab.close();
    pictures.sort_unstable();
    expect_eq("pictures", pictures, (5000..6000).collect());
    expect_eq("films that come back", films, vec![]);
}

/// Two workers have developed one film and wait for the next. Looked at 30
/// times, 10 ms apart, each is asleep at 15 of them or more, and leaves the CPU
/// 8 times at most.
fn workers_without_a_film_sleep() {
    let lab = Lab::open(2, |film| film);
    expect_eq("film handed in", lab.hand_in(1), Ok(()));
    sleep(Duration::from_millis(30));
    let sleep_on = Sleepers::others().sleep_on(30);
    expect("workers without a film that sleep until one comes", sleep_on);
    mem::forget(lab);
}

harness::cases![workers_work_at_the_same_time, a_thousand_films, workers_without_a_film_sleep];
