//@ verdict: solved
//! The value is copied out and the guard is gone at the end of the `let`; in
//! edition 2024 the guard in an `if let` is gone before the `else`.

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
        s.spawn(|| {
            let now = *phase.lock();
            match now {
                Phase::Idle => *phase.lock() = Phase::Busy,
                Phase::Busy => {}
            }
            if let Phase::Idle = *phase.lock() {
                unreachable!();
            } else {
                *phase.lock() = Phase::Idle;
            }
        });
    });
}
