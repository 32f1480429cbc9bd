//! Drivers on real threads, all of them on one core.

use harness::{expect, expect_eq};
use learner::{SpinGuard, SpinLock};
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::mpsc;
use std::thread::{self, sleep};
use std::time::Duration;

/// Sections made so far, by all drivers.
static MADE: AtomicU64 = AtomicU64::new(0);

/// A lock that is there before `main`.
static LOGBOOK: SpinLock<Vec<&str>> = SpinLock::new(Vec::new());

fn drive(driver: &'static str) {
    LOGBOOK.lock().push(driver);
    MADE.fetch_add(1, Relaxed);
}

/// A train stands on the track for a tenth of a second while three drivers
/// wait for the staff, all on the same core: they enter afterwards, one by one.
fn a_long_wait() {
    let (tell, told) = mpsc::channel();
    let uphill = thread::spawn(move || {
        let mut page = LOGBOOK.lock();
        tell.send(()).expect("the others wait for this");
        sleep(Duration::from_millis(100));
        page.push("uphill");
    });
    let entered = told.recv_timeout(Duration::from_secs(2)).is_ok();
    expect("a driver who gets the staff of an empty line", entered);
    let waiting = ["local", "guest", "freight"].map(|name| thread::spawn(move || drive(name)));
    // Nobody who moves for two seconds is nobody who ever will.
    let (mut made, mut still) = (0, 0);
    while waiting.iter().any(|driver| !driver.is_finished()) {
        sleep(Duration::from_millis(5));
        let now = MADE.load(Relaxed);
        still = if now == made { still + 1 } else { 0 };
        made = now;
        expect("a driver who gets the staff within two seconds", still < 400);
    }
    uphill.join().expect("no driver panics");
    let logbook = LOGBOOK.lock();
    expect("uphill as the first driver in the logbook", logbook.first() == Some(&"uphill"));
    expect_eq("drivers in the logbook", logbook.len(), 4);
}

fn shared<T: Sync>(_: &T) {}
fn sent<T: Send>(_: T) {}

/// A lock of `Cell`s can be shared and sent, and a guard of a number be shared.
fn what_may_be_locked() {
    let cells = SpinLock::new(Cell::new(1));
    shared(&cells);
    sent(cells);
    let _ = shared::<SpinGuard<'static, u32>>;
}

harness::cases![a_long_wait, what_may_be_locked];
