//@ caught-by: model
//@ because: total that the auditor saw
//! One lock for transfers, another for audits.

use parking_lot::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub struct Bank {
    accounts: Vec<AtomicU64>,
    transfers: Mutex<()>,
    audits: Mutex<()>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsufficientFunds;

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        let accounts = balances.iter().copied().map(AtomicU64::new).collect();
        Self { accounts, transfers: Mutex::new(()), audits: Mutex::new(()) }
    }

    pub fn transfer(&self, from: usize, to: usize, amount: u64) -> Result<(), InsufficientFunds> {
        let _held = self.transfers.lock();
        if self.accounts[from].load(SeqCst) < amount {
            return Err(InsufficientFunds);
        }
        self.accounts[from].fetch_sub(amount, SeqCst);
        self.accounts[to].fetch_add(amount, SeqCst);
        Ok(())
    }

    pub fn total(&self) -> u64 {
        let _held = self.audits.lock();
        self.accounts.iter().map(|account| account.load(SeqCst)).sum()
    }

    pub fn balance(&self, account: usize) -> u64 {
        self.accounts[account].load(SeqCst)
    }
}
