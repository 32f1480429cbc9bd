//! The locks of `std`, with their `Result`.

use std::sync::Mutex;

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
        if from == to {
            let balance = *self.accounts[from].lock().unwrap();
            return if balance >= amount { Ok(()) } else { Err(InsufficientFunds) };
        }
        let mut lower = self.accounts[from.min(to)].lock().unwrap();
        let mut upper = self.accounts[from.max(to)].lock().unwrap();
        let (source, target) =
            if from < to { (&mut *lower, &mut *upper) } else { (&mut *upper, &mut *lower) };
        if *source < amount {
            return Err(InsufficientFunds);
        }
        *source -= amount;
        *target += amount;
        Ok(())
    }

    pub fn total(&self) -> u64 {
        let held: Vec<_> = self.accounts.iter().map(|a| a.lock().unwrap()).collect();
        held.iter().map(|balance| **balance).sum()
    }

    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].lock().unwrap()
    }
}
