//@ verdict: data race
//! Two threads write a plain integer with nothing between them.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct Counter(UnsafeCell<usize>);
unsafe impl Sync for Counter {}

fn main() {
    let counter = Arc::new(Counter(UnsafeCell::new(0)));
    let other = Arc::clone(&counter);
    let t = thread::spawn(move || unsafe { *other.0.get() += 1 });
    unsafe { *counter.0.get() += 1 };
    t.join().unwrap();
}
