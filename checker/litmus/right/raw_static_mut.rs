//@ verdict: solved
//! A `static mut` used by one thread after the other: spawn and join order the
//! accesses.
use std::thread;

static mut TOTAL: u32 = 0;

fn add(amount: u32) {
    unsafe { *(&raw mut TOTAL) += amount };
}

#[test]
fn one_after_the_other() {
    add(1);
    thread::spawn(|| add(2)).join().unwrap();
    add(3);
    assert_eq!(unsafe { (&raw const TOTAL).read() }, 6);
}
