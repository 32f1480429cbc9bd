//@ verdict: deadlock
//! The guard lives as long as the loop: nobody can set the flag.

use std::sync::Mutex;
use std::thread;

#[test]
fn the_guard_is_kept() {
    let ready = Mutex::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            let guard = ready.lock().unwrap();
            while !*guard {
                thread::yield_now();
                drop(ready.lock());
            }
        });
        s.spawn(|| *ready.lock().unwrap() = true);
    });
}
