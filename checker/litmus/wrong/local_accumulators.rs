//@ verdict: panic
//! A scope does not wait for the destructors of thread-locals.

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

static TOTAL: AtomicU64 = AtomicU64::new(0);
struct Flush(Cell<u64>);
impl Drop for Flush {
    fn drop(&mut self) {
        TOTAL.fetch_add(self.0.get(), Ordering::SeqCst);
    }
}
thread_local!(static LOCAL: Flush = Flush(Cell::new(0)));

#[test]
fn merged_at_exit() {
    thread::scope(|s| {
        s.spawn(|| LOCAL.with(|l| l.0.set(5)));
    });
    assert_eq!(TOTAL.load(Ordering::SeqCst), 5);
}
