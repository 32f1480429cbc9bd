//@ verdict: check then act
//! Testing and setting are two operations here: both threads may see the lock
//! free and enter, and one amount is lost.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

#[derive(Default)]
struct Account {
    locked: AtomicBool,
    total: AtomicU32,
}

impl Account {
    fn add(&self, amount: u32) {
        while self.locked.load(SeqCst) {
            thread::yield_now();
        }
        self.locked.store(true, SeqCst);
        self.total.store(self.total.load(SeqCst) + amount, SeqCst);
        self.locked.store(false, SeqCst);
    }
}

#[test]
fn both_amounts_arrive() {
    let account = Arc::new(Account::default());
    let theirs = Arc::clone(&account);
    let t = thread::spawn(move || theirs.add(3));
    account.add(4);
    t.join().unwrap();
    assert_eq!(account.total.load(SeqCst), 7);
}
