//@ verdict: data race
//! The main thread adds before it joins: two unordered writes of `TOTAL`.
use std::thread;

static mut TOTAL: u32 = 0;

fn add(amount: u32) {
    unsafe { *(&raw mut TOTAL) += amount };
}

#[test]
fn one_after_the_other() {
    add(1);
    let t = thread::spawn(|| add(2));
    add(3);
    t.join().unwrap();
    assert_eq!(unsafe { (&raw const TOTAL).read() }, 6);
}
