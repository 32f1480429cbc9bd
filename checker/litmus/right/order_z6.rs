//@ verdict: solved
//! Z6 in one total order: `y == 3` was stored after `y == 1` in it, hence after
//! `x = 1`, and the SeqCst load of `x` sees that.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            x.store(1, SeqCst);
            y.store(1, SeqCst);
        });
        let middle = s.spawn(|| (y.fetch_add(1, SeqCst), y.load(SeqCst)));
        let last = s.spawn(|| {
            y.store(3, SeqCst);
            x.load(SeqCst)
        });
        let seen = (middle.join().unwrap(), last.join().unwrap());
        assert_ne!(seen, ((1, 3), 0));
    });
}
