//! The order of the locks is the order of their addresses.

use parking_lot::{Mutex, MutexGuard};
use std::ptr;

pub struct Bank {
    accounts: Vec<Mutex<u64>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsufficientFunds;

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self { accounts: balances.iter().copied().map(Mutex::new).collect() }
    }

    pub fn transfer(&self, from: usize, to: usize, amount: u64) -> Result<(), InsufficientFunds> {
        let (a, b) = (&self.accounts[from], &self.accounts[to]);
        if ptr::eq(a, b) {
            return if *a.lock() < amount { Err(InsufficientFunds) } else { Ok(()) };
        }
        let (mut source, mut target) = both(a, b);
        if *source < amount {
            return Err(InsufficientFunds);
        }
        *source -= amount;
        *target += amount;
        Ok(())
    }

    pub fn total(&self) -> u64 {
        let held: Vec<_> = self.accounts.iter().map(Mutex::lock).collect();
        held.iter().map(|balance| **balance).sum()
    }

    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].lock()
    }
}

/// Locks `a` and `b`, the one at the lower address first.
fn both<'a>(a: &'a Mutex<u64>, b: &'a Mutex<u64>) -> (MutexGuard<'a, u64>, MutexGuard<'a, u64>) {
    if ptr::from_ref(a) < ptr::from_ref(b) {
        let first = a.lock();
        (first, b.lock())
    } else {
        let first = b.lock();
        (a.lock(), first)
    }
}
