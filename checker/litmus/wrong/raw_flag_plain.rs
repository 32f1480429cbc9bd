//@ verdict: data race
//! A plain `bool` as a flag: its write and its read are themselves a race.
use std::cell::UnsafeCell;
use std::thread;

struct Flag(UnsafeCell<bool>);
unsafe impl Sync for Flag {}

static STOP: Flag = Flag(UnsafeCell::new(false));

fn main() {
    let worker = thread::spawn(|| {
        let mut rounds = 0;
        while rounds < 3 && !unsafe { STOP.0.get().read() } {
            rounds += 1;
            thread::yield_now();
        }
        rounds
    });
    unsafe { STOP.0.get().write(true) };
    assert!(worker.join().unwrap() <= 3);
}
