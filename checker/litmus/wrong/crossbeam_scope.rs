//@ verdict: panic
//! `scope` returns `Err` if a thread in it panicked.

use crossbeam::thread;

fn main() {
    let parts: [u32; 3] = [1, 2, 0];
    thread::scope(|s| {
        for part in &parts {
            s.spawn(move |_| assert_ne!(*part, 0));
        }
    })
    .unwrap();
}
