//@ verdict: deadlock
//! The guard in a `match`'s scrutinee lives until the match is over.

use parking_lot::Mutex;
use std::thread;

#[derive(Clone, Copy)]
enum Phase {
    Idle,
    Busy,
}

fn main() {
    let phase = Mutex::new(Phase::Idle);
    thread::scope(|s| {
        s.spawn(|| match *phase.lock() {
            Phase::Idle => *phase.lock() = Phase::Busy,
            Phase::Busy => {}
        });
    });
}
