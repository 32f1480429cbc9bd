//! One lock that auditors share.

use parking_lot::RwLock;

pub struct Bank {
    accounts: RwLock<Vec<u64>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsufficientFunds;

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self { accounts: RwLock::new(balances.to_vec()) }
    }

    pub fn transfer(&self, from: usize, to: usize, amount: u64) -> Result<(), InsufficientFunds> {
        let mut accounts = self.accounts.write();
        match accounts[from].checked_sub(amount) {
            Some(rest) => accounts[from] = rest,
            None => return Err(InsufficientFunds),
        }
        accounts[to] += amount;
        Ok(())
    }

    pub fn total(&self) -> u64 {
        self.accounts.read().iter().sum()
    }

    pub fn balance(&self, account: usize) -> u64 {
        self.accounts.read()[account]
    }
}
