//! Two threads that sleep.

use std::thread::{self, sleep};
use std::time::Duration;

fn main() {
    let one = thread::spawn(|| sleep(Duration::from_millis(100)));
    let other = thread::spawn(|| sleep(Duration::from_millis(100)));
    one.join().expect("it only sleeps");
    other.join().expect("it only sleeps");
}
