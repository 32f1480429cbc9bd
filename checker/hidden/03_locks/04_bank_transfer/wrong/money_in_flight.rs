//@ caught-by: model
//@ because: total that the auditor saw
//! The auditor holds every lock, but a transfer is still two sections.

use parking_lot::Mutex;

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
        let mut source = self.accounts[from].lock();
        if *source < amount {
            return Err(InsufficientFunds);
        }
        *source -= amount;
        drop(source);
        *self.accounts[to].lock() += amount;
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
