//@ verdict: panic
//! A thread-local counter is one for each thread: main's own stays zero.

use std::cell::Cell;
use std::thread;

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

#[test]
fn the_count_is_shared() {
    let threads: Vec<_> = (0..2).map(|_| thread::spawn(|| COUNT.set(COUNT.get() + 1))).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(COUNT.get(), 2);
}
