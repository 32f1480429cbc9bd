//@ caught-by: model
//@ because: total that the auditor saw
//! The auditor takes the next lock before letting go of the last.

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
        if from == to {
            let held = *self.accounts[from].lock();
            return if held < amount { Err(InsufficientFunds) } else { Ok(()) };
        }
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
        let mut held = self.accounts[0].lock();
        let mut sum = *held;
        for account in &self.accounts[1..] {
            held = account.lock();
            sum += *held;
        }
        sum
    }

    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].lock()
    }
}
