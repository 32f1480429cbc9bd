//@ verdict: solved
//! Both transfers lock the account with the smaller address first.

use std::sync::{Arc, Mutex};
use std::thread;

struct Account {
    balance: Mutex<i64>,
}

fn transfer(from: &Account, to: &Account, amount: i64) {
    let from_first = std::ptr::from_ref(from) < std::ptr::from_ref(to);
    let (first, second) = if from_first { (from, to) } else { (to, from) };
    let mut first = first.balance.lock().unwrap();
    let mut second = second.balance.lock().unwrap();
    let (from, to) = if from_first { (&mut first, &mut second) } else { (&mut second, &mut first) };
    **from -= amount;
    **to += amount;
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
