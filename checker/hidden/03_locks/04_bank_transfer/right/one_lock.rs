//! One lock around all accounts.

use parking_lot::Mutex;

pub struct Bank {
    accounts: Mutex<Vec<u64>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsufficientFunds;

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self { accounts: Mutex::new(balances.to_vec()) }
    }

    pub fn transfer(&self, from: usize, to: usize, amount: u64) -> Result<(), InsufficientFunds> {
        let mut accounts = self.accounts.lock();
        if accounts[from] < amount {
            return Err(InsufficientFunds);
        }
        accounts[from] -= amount;
        accounts[to] += amount;
        Ok(())
    }

    pub fn total(&self) -> u64 {
        self.accounts.lock().iter().sum()
    }

    pub fn balance(&self, account: usize) -> u64 {
        self.accounts.lock()[account]
    }
}
