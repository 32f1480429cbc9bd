//@ verdict: deadlock
//! Two accounts locked in the order of the arguments: two transfers in opposite
//! directions hold one each and wait for the other.

use std::sync::{Arc, Mutex};
use std::thread;

struct Account {
    balance: Mutex<i64>,
}

fn transfer(from: &Account, to: &Account, amount: i64) {
    let mut from = from.balance.lock().unwrap();
    let mut to = to.balance.lock().unwrap();
    *from -= amount;
    *to += amount;
}

#[test]
fn money_is_kept() {
    let a = Arc::new(Account { balance: Mutex::new(100) });
    let b = Arc::new(Account { balance: Mutex::new(100) });
    let (a2, b2) = (a.clone(), b.clone());
    let other = thread::spawn(move || transfer(&a2, &b2, 10));
    transfer(&b, &a, 20);
    other.join().unwrap();
    assert_eq!(*a.balance.lock().unwrap() + *b.balance.lock().unwrap(), 200);
}
