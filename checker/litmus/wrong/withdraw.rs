//@ verdict: panic
//! Check, then act: both see enough money.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

fn withdraw(balance: &AtomicI64, amount: i64) -> bool {
    if balance.load(Ordering::SeqCst) >= amount {
        balance.fetch_sub(amount, Ordering::SeqCst);
        true
    } else {
        false
    }
}

#[test]
fn never_below_zero() {
    let balance = Arc::new(AtomicI64::new(10));
    let theirs = Arc::clone(&balance);
    let other = thread::spawn(move || withdraw(&theirs, 7));
    let mine = withdraw(&balance, 7);
    let theirs = other.join().unwrap();
    assert!(balance.load(Ordering::SeqCst) >= 0);
    assert!(mine != theirs);
}
