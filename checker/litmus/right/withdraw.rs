//@ verdict: solved
//! `fetch_update` repeats the check when the value changed meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

fn withdraw(balance: &AtomicI64, amount: i64) -> bool {
    balance
        .fetch_update(Ordering::AcqRel, Ordering::Acquire, |money| {
            (money >= amount).then(|| money - amount)
        })
        .is_ok()
}

#[test]
fn never_below_zero() {
    let balance = Arc::new(AtomicI64::new(10));
    let theirs = Arc::clone(&balance);
    let other = thread::spawn(move || withdraw(&theirs, 7));
    let mine = withdraw(&balance, 7);
    let theirs = other.join().unwrap();
    assert_eq!(balance.load(Ordering::Relaxed), 3);
    assert!(mine != theirs);
}
