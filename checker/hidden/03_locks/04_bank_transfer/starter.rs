//! A bank whose accounts have a lock each.

use parking_lot::Mutex;

/// Accounts, numbered from 0.
pub struct Bank {
    accounts: Vec<Mutex<u64>>,
}

/// The account holds less than was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsufficientFunds;

impl Bank {
    /// Opens an account for each balance.
    pub fn new(balances: &[u64]) -> Self {
        Self { accounts: balances.iter().copied().map(Mutex::new).collect() }
    }

    /// Moves `amount` from one account to another.
    pub fn transfer(&self, from: usize, to: usize, amount: u64) -> Result<(), InsufficientFunds> {
        // TODO: let nobody see the money while it is in neither account.
        let mut source = self.accounts[from].lock();
        if *source < amount {
            return Err(InsufficientFunds);
        }
        *source -= amount;
        drop(source);
        *self.accounts[to].lock() += amount;
        Ok(())
    }

    /// The sum of all balances at one moment.
    pub fn total(&self) -> u64 {
        // TODO: add up balances of one and the same moment.
        let mut sum = 0;
        for account in &self.accounts {
            sum += *account.lock();
        }
        sum
    }

    /// The balance of one account.
    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].lock()
    }
}
