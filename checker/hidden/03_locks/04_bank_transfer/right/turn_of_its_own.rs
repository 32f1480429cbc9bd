//! One lock for who may act, apart from the accounts; clumsy.

use parking_lot::Mutex;

pub struct Bank {
    accounts: Vec<Mutex<u64>>,
    turn: Mutex<()>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsufficientFunds;

impl Bank {
    pub fn new(balances: &[u64]) -> Self {
        let mut accounts = Vec::new();
        for balance in balances {
            accounts.push(Mutex::new(*balance));
        }
        Bank { accounts, turn: Mutex::new(()) }
    }

    pub fn transfer(&self, from: usize, to: usize, amount: u64) -> Result<(), InsufficientFunds> {
        let turn = self.turn.lock();
        let held = *self.accounts[from].lock();
        if held < amount {
            drop(turn);
            return Err(InsufficientFunds);
        }
        if from != to {
            *self.accounts[from].lock() = held - amount;
            let before = *self.accounts[to].lock();
            *self.accounts[to].lock() = before + amount;
        }
        drop(turn);
        Ok(())
    }

    pub fn total(&self) -> u64 {
        let turn = self.turn.lock();
        let mut sum = 0;
        for account in 0..self.accounts.len() {
            sum += *self.accounts[account].lock();
        }
        drop(turn);
        sum
    }

    pub fn balance(&self, account: usize) -> u64 {
        let _turn = self.turn.lock();
        *self.accounts[account].lock()
    }
}
