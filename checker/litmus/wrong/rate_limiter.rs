//@ verdict: check then act
//! The limit is looked at, then counted up: two look before one counts.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Limiter {
    used: AtomicU32,
    limit: u32,
}
impl Limiter {
    fn allow(&self) -> bool {
        if self.used.load(Ordering::SeqCst) < self.limit {
            self.used.fetch_add(1, Ordering::SeqCst);
            true
        } else {
            false
        }
    }
}

#[test]
fn no_more_than_the_limit() {
    let limiter = Limiter { used: AtomicU32::new(0), limit: 1 };
    let passed = thread::scope(|s| {
        let a = s.spawn(|| limiter.allow());
        let b = s.spawn(|| limiter.allow());
        [a, b].into_iter().map(|h| h.join().unwrap()).filter(|ok| *ok).count()
    });
    assert_eq!(passed, 1);
}
