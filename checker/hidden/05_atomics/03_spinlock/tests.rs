//! Drivers on real threads, all of them on one core.

use harness::{cpu_and_wall, expect, expect_eq};
use learner::{SpinGuard, SpinLock};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread::{self, sleep};
use std::time::Duration;

/// A lock that is there before `main`.
static LOGBOOK: SpinLock<Vec<&str>> = SpinLock::new(Vec::new());

/// Waits until it is so. Who spins for a second of CPU time, on whatever machine,
/// spins for ever.
fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let mut spent = Duration::ZERO;
    while !is_so() {
        spent += cpu_and_wall(|| sleep(Duration::from_millis(5))).0;
        expect(what, spent < Duration::from_secs(1));
    }
}

/// A train stands on the track for a tenth of a second while three drivers
/// wait for the staff, all on the same core: they enter afterwards, one by one.
fn a_long_wait() {
    let entered = Arc::new(AtomicBool::new(false));
    let enters = Arc::clone(&entered);
    let uphill = thread::spawn(move || {
        let mut page = LOGBOOK.lock();
        enters.store(true, SeqCst);
        sleep(Duration::from_millis(100));
        page.push("uphill");
    });
    wait_until("uphill on an empty line", || entered.load(SeqCst));
    let others = ["local", "guest", "freight"];
    let waiting = others.map(|driver| thread::spawn(move || LOGBOOK.lock().push(driver)));
    wait_until("drivers who get the staff when it is back", || {
        waiting.iter().all(|driver| driver.is_finished())
    });
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
