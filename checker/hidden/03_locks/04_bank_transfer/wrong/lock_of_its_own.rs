//@ caught-by: model
//@ because: total that the auditor saw
//! Every call makes a lock, and so nobody shares it.

use parking_lot::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub struct Bank {
    accounts: Vec<AtomicU64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsufficientFunds;

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        Self { accounts: balances.iter().copied().map(AtomicU64::new).collect() }
    }

    pub fn transfer(&self, from: usize, to: usize, amount: u64) -> Result<(), InsufficientFunds> {
        let turn = Mutex::new(());
        let _held = turn.lock();
        if self.accounts[from].load(SeqCst) < amount {
            return Err(InsufficientFunds);
        }
        self.accounts[from].fetch_sub(amount, SeqCst);
        self.accounts[to].fetch_add(amount, SeqCst);
        Ok(())
    }

    pub fn total(&self) -> u64 {
        let turn = Mutex::new(());
        let _held = turn.lock();
        self.accounts.iter().map(|account| account.load(SeqCst)).sum()
    }

    pub fn balance(&self, account: usize) -> u64 {
        self.accounts[account].load(SeqCst)
    }
}
