//@ caught-by: model
//@ because: balance of account 0
//! One lock, but both balances are read before either is written.

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
        let (source, target) = (accounts[from], accounts[to]);
        if source < amount {
            return Err(InsufficientFunds);
        }
        accounts[from] = source - amount;
        accounts[to] = target + amount;
        Ok(())
    }

    pub fn total(&self) -> u64 {
        self.accounts.lock().iter().sum()
    }

    pub fn balance(&self, account: usize) -> u64 {
        self.accounts.lock()[account]
    }
}
