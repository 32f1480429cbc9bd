//@ caught-by: model
//@ because: overflow
//! Looks whether the money is there, lets go, and then takes it.

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
        if *self.accounts[from].lock() < amount {
            return Err(InsufficientFunds);
        }
        if from == to {
            return Ok(());
        }
        let (mut source, mut target);
        if from < to {
            source = self.accounts[from].lock();
            target = self.accounts[to].lock();
        } else {
            target = self.accounts[to].lock();
            source = self.accounts[from].lock();
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
