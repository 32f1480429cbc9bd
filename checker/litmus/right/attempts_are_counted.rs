//@ verdict: solved
//! A spin loop that counts its rounds changes something in each of them, and
//! still waits for the other thread alone.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

fn main() {
    let ready = AtomicBool::new(false);
    let rounds = AtomicUsize::new(0);
    thread::scope(|s| {
        s.spawn(|| {
            while !ready.load(Acquire) {
                rounds.fetch_add(1, Relaxed);
            }
        });
        s.spawn(|| ready.store(true, Release));
    });
}
