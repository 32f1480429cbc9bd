//@ caught-by: model
//@ because: deadlock
//! In index order, but the same account is locked twice.

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
        let (mut source, mut target);
        if from < to {
            source = self.accounts[from].lock();
            target = self.accounts[to].lock();
        } else {
            target = self.accounts[to].lock();
            source = self.accounts[from].lock();
        }
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
