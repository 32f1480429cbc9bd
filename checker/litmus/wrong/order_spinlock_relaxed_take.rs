//@ verdict: memory ordering
//! The lock is taken with a Relaxed exchange: whoever takes it need not see
//! what the previous owner wrote.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::thread;

#[derive(Default)]
struct Account {
    locked: AtomicBool,
    total: AtomicU32,
}

impl Account {
    fn add(&self, amount: u32) {
        while self.locked.compare_exchange(false, true, Relaxed, Relaxed).is_err() {
            thread::yield_now();
        }
        self.total.store(self.total.load(Relaxed) + amount, Relaxed);
        self.locked.store(false, Release);
    }
}

#[test]
fn both_amounts_arrive() {
    let account = Arc::new(Account::default());
    let theirs = Arc::clone(&account);
    let t = thread::spawn(move || theirs.add(3));
    account.add(4);
    t.join().unwrap();
    assert_eq!(account.total.load(Relaxed), 7);
}
