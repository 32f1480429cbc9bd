//! A bank whose accounts have a lock each.

use parking_lot::{Mutex, MutexGuard};

/// Accounts, numbered from 0.
//
// The obvious other answer is one `Mutex<Vec<u64>>` around all accounts. It is
// right, shorter, and what to begin with; its price is that customers of
// different accounts wait for one another. With a lock per account the
// invariant spans several locks, and the two rules below are what that costs:
// hold *all* the locks an operation is about, and take them in index order.
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
        // One account, one lock: `lock` on a lock that this thread already
        // holds waits for ever.
        if from == to {
            let held = *self.accounts[from].lock();
            return if held < amount { Err(InsufficientFunds) } else { Ok(()) };
        }

        // Lower index first, whichever way the money goes. In the order of the
        // call, A→B would hold A and wait for B while B→A holds B and waits for
        // A. With one order for everybody, whoever holds the highest lock of
        // all has nothing left to wait for, so somebody can always go on.
        let (mut source, mut target);
        if from < to {
            source = self.accounts[from].lock();
            target = self.accounts[to].lock();
        } else {
            target = self.accounts[to].lock();
            source = self.accounts[from].lock();
        }

        // Check and withdrawal belong to the same critical section: between
        // two of them, another customer spends the money that was checked.
        if *source < amount {
            return Err(InsufficientFunds);
        }
        *source -= amount;
        *target += amount;
        Ok(())
        // Both guards end here, after the deposit, so nobody sees the money in
        // neither account.
    }

    /// The sum of all balances at one moment.
    pub fn total(&self) -> u64 {
        // A moment is a time at which all locks are held. To lock, read and
        // unlock one account after the other adds up balances of different
        // moments, and a transfer that runs past the auditor is counted twice
        // or not at all. `collect` takes the locks in index order, as
        // `transfer` does, and keeps the guards until the sum is done.
        let held: Vec<MutexGuard<'_, u64>> = self.accounts.iter().map(Mutex::lock).collect();
        held.iter().map(|balance| **balance).sum()
    }

    /// The balance of one account.
    pub fn balance(&self, account: usize) -> u64 {
        *self.accounts[account].lock()
    }
}
