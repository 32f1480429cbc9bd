//! Transfers never hold two accounts; an auditor waits until none is under way.

use parking_lot::{Mutex, RwLock};

pub struct Bank {
    accounts: Vec<Mutex<u64>>,
    gate: RwLock<()>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsufficientFunds;

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        let accounts = balances.iter().copied().map(Mutex::new).collect();
        Self { accounts, gate: RwLock::new(()) }
    }

    pub fn transfer(&self, from: usize, to: usize, amount: u64) -> Result<(), InsufficientFunds> {
        let _open = self.gate.read();
        {
            let mut source = self.accounts[from].lock();
            if *source < amount {
                return Err(InsufficientFunds);
            }
            *source -= amount;
        }
        *self.accounts[to].lock() += amount;
        Ok(())
    }

    pub fn total(&self) -> u64 {
        let _closed = self.gate.write();
        self.accounts.iter().map(|account| *account.lock()).sum()
    }

    pub fn balance(&self, account: usize) -> u64 {
        let _closed = self.gate.write();
        *self.accounts[account].lock()
    }
}
