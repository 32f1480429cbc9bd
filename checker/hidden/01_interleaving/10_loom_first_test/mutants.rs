//! Seven counters: four with a bug, three without.

use harness::{executed, expect_eq, roles};
use learner::{Counter, counter_test};
use loom::sync::Mutex;
use loom::sync::atomic::AtomicU32;
use loom::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, SeqCst};

/// A counter made of one atomic and two functions on it.
macro_rules! counter {
    ($name:ident, $increment:expr, $decrement:expr) => {
        struct $name(AtomicU32);

        impl Counter for $name {
            fn new() -> Self {
                executed!();
                Self(AtomicU32::new(0))
            }
            fn increment(&self) {
                $increment(&self.0)
            }
            fn decrement(&self) -> bool {
                $decrement(&self.0)
            }
            fn get(&self) -> u32 {
                self.0.load(SeqCst)
            }
        }
    };
}

counter!(LoadAndStore, load_and_store, subtract);
counter!(ExchangeOnce, exchange_once, subtract);
counter!(LookAndSubtract, add, look_and_subtract);
counter!(AtomicAdd, add, subtract);
counter!(ExchangeLoop, exchange_until_done, subtract_until_done);

fn add(people: &AtomicU32) {
    people.fetch_add(1, Relaxed);
}

fn subtract(people: &AtomicU32) -> bool {
    people.fetch_update(Relaxed, Relaxed, |now| now.checked_sub(1)).is_ok()
}

fn load_and_store(people: &AtomicU32) {
    let now = people.load(SeqCst);
    people.store(now + 1, SeqCst);
}

fn exchange_once(people: &AtomicU32) {
    let now = people.load(SeqCst);
    let _ = people.compare_exchange(now, now + 1, SeqCst, SeqCst);
}

fn look_and_subtract(people: &AtomicU32) -> bool {
    let anybody = people.load(SeqCst) > 0;
    if anybody {
        people.fetch_sub(1, SeqCst);
    }
    anybody
}

fn exchange_until_done(people: &AtomicU32) {
    let mut now = people.load(Relaxed);
    while let Err(newer) = people.compare_exchange_weak(now, now + 1, Relaxed, Relaxed) {
        now = newer;
    }
}

fn subtract_until_done(people: &AtomicU32) -> bool {
    let mut now = people.load(Acquire);
    while now > 0 {
        match people.compare_exchange_weak(now, now - 1, AcqRel, Acquire) {
            Ok(_) => return true,
            Err(newer) => now = newer,
        }
    }
    false
}

/// Counts on one atomic and shows another.
struct PublishLater {
    exact: AtomicU32,
    shown: AtomicU32,
}

impl Counter for PublishLater {
    fn new() -> Self {
        executed!();
        Self { exact: AtomicU32::new(0), shown: AtomicU32::new(0) }
    }
    fn increment(&self) {
        let before = self.exact.fetch_add(1, SeqCst);
        self.shown.store(before + 1, SeqCst);
    }
    fn decrement(&self) -> bool {
        let done = subtract(&self.exact);
        if done {
            self.shown.fetch_sub(1, SeqCst);
        }
        done
    }
    fn get(&self) -> u32 {
        self.shown.load(SeqCst)
    }
}

struct Locked(Mutex<u32>);

impl Counter for Locked {
    fn new() -> Self {
        executed!();
        Self(Mutex::new(0))
    }
    fn increment(&self) {
        *self.0.lock().expect("no holder panics") += 1;
    }
    fn decrement(&self) -> bool {
        let mut people = self.0.lock().expect("no holder panics");
        let anybody = *people > 0;
        *people -= u32::from(anybody);
        anybody
    }
    fn get(&self) -> u32 {
        *self.0.lock().expect("no holder panics")
    }
}

/// Somebody enters by each of two doors.
fn both_enter<C: Counter>() {
    let people = C::new();
    roles! {
        "north door" => people.increment(),
        "south door" => people.increment(),
    }
    expect_eq("people inside after two entered", people.get(), 2);
}

/// One person is inside, and somebody leaves by each of two doors.
fn both_leave<C: Counter>() {
    let people = C::new();
    people.increment();
    let (mut north, mut south) = (false, false);
    roles! {
        "north door" => north = people.decrement(),
        "south door" => south = people.decrement(),
    }
    expect_eq("people who left a room of one", u32::from(north) + u32::from(south), 1);
    expect_eq("people inside after that", people.get(), 0);
}

/// `increment` loads the number, then stores the sum: what another thread
/// stores between the two is lost.
fn lost_update() {
    counter_test::<LoadAndStore>();
}

/// `increment` tries a single compare-exchange and does not ask whether it
/// failed: the person is then not counted.
fn lost_exchange() {
    counter_test::<ExchangeOnce>();
}

/// `increment` adds first and publishes its sum later: an older sum can land
/// on top of a newer one.
fn published_late() {
    counter_test::<PublishLater>();
}

/// `decrement` looks whether somebody is inside, then subtracts: two threads
/// that look together both subtract, and the number falls below 0.
fn decrement_race() {
    counter_test::<LookAndSubtract>();
}

/// `increment` is one atomic addition; nothing is wrong with this counter.
fn atomic_addition() {
    counter_test::<AtomicAdd>();
}

/// Each operation holds one lock; nothing is wrong with this counter.
fn one_lock() {
    counter_test::<Locked>();
}

/// Each operation repeats its compare-exchange until it succeeds; nothing is
/// wrong with this counter.
fn exchange_in_a_loop() {
    counter_test::<ExchangeLoop>();
}

harness::mutants! {
    bugs: [
        lost_update => both_enter::<LoadAndStore>,
        lost_exchange => both_enter::<ExchangeOnce>,
        published_late => both_enter::<PublishLater>,
        decrement_race => both_leave::<LookAndSubtract>,
    ],
    right: [atomic_addition, one_lock, exchange_in_a_loop],
}
