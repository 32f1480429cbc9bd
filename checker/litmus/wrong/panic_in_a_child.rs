//@ verdict: panic
//! A scope that is left with a panicked thread nobody joined panics itself: "a
//! scoped thread panicked".

use std::thread;

fn main() {
    let results: Vec<u32> = vec![1, 2, 0];
    thread::scope(|s| {
        for divisor in &results {
            s.spawn(move || assert!(10 / divisor > 0));
        }
    });
}
