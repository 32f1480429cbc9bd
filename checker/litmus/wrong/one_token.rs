//@ verdict: deadlock
//! Two `unpark`s before the first `park` leave one token: the second `park`
//! sleeps for ever.

use std::thread;

#[test]
fn two_wakeups() {
    let main = thread::current();
    let other = thread::spawn(move || {
        main.unpark();
        main.unpark();
    });
    thread::park();
    thread::park();
    other.join().unwrap();
}
