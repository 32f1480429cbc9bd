//! Customers and an auditor of one small bank.

use harness::{expect, expect_eq};
use learner::Bank;

/// A customer moves money twice, from the first account to the last, while an
/// auditor adds up all three: the total is the same as ever.
fn audit_during_transfers() {
    let bank = Bank::new(&[20, 0, 5]);
    let mut total = 0;
    harness::roles! {
        "customer" => {
            let _ = bank.transfer(0, 2, 10);
            let _ = bank.transfer(0, 2, 10);
        },
        "auditor" => total = bank.total()
    }
    expect_eq("total that the auditor saw", total, 25);
    expect_eq("balance of account 0", bank.balance(0), 0);
    expect_eq("balance of account 2", bank.balance(2), 25);
}

/// The money comes back from the last account to the first while an auditor
/// adds up all three: the total is the same as ever.
fn audit_during_a_transfer_back() {
    let bank = Bank::new(&[0, 5, 20]);
    let mut total = 0;
    harness::roles! {
        "customer" => { let _ = bank.transfer(2, 0, 10); },
        "auditor" => total = bank.total()
    }
    expect_eq("total that the auditor saw", total, 25);
    expect_eq("balance of account 0", bank.balance(0), 10);
}

/// Two customers pay each other at the same time: both payments arrive.
fn payments_both_ways() {
    let bank = Bank::new(&[50, 50]);
    let (mut there, mut back) = (false, false);
    harness::roles! {
        "A" => there = bank.transfer(0, 1, 30).is_ok(),
        "B" => back = bank.transfer(1, 0, 20).is_ok()
    }
    expect("success of the transfer of 30 from account 0", there);
    expect("success of the transfer of 20 from account 1", back);
    expect_eq("balance of account 0", bank.balance(0), 40);
    expect_eq("balance of account 1", bank.balance(1), 60);
}

/// A customer moves money from an account to itself while somebody pays into
/// it: the transfer to itself changes nothing, and is refused above the
/// balance.
fn transfer_to_itself() {
    let bank = Bank::new(&[50, 50]);
    let (mut within, mut beyond) = (false, false);
    harness::roles! {
        "A" => {
            within = bank.transfer(0, 0, 50).is_ok();
            beyond = bank.transfer(0, 0, 1000).is_ok();
        },
        "B" => { let _ = bank.transfer(1, 0, 20); }
    }
    expect("success of the transfer of 50 from account 0 to itself", within);
    expect("refusal of the transfer of 1000 from account 0 to itself", !beyond);
    expect_eq("balance of account 0", bank.balance(0), 70);
    expect_eq("balance of account 1", bank.balance(1), 30);
}

/// Two customers each take 60 from an account that holds 100: one succeeds,
/// the other is refused, and no money appears or vanishes.
fn insufficient_funds() {
    let bank = Bank::new(&[100, 0, 0]);
    let (mut first, mut second) = (false, false);
    harness::roles! {
        "A" => first = bank.transfer(0, 1, 60).is_ok(),
        "B" => second = bank.transfer(0, 2, 60).is_ok()
    }
    expect_eq("transfers of 60 that succeeded", u64::from(first) + u64::from(second), 1);
    expect_eq("balance of account 0", bank.balance(0), 40);
    expect_eq("balance of account 1", bank.balance(1), if first { 60 } else { 0 });
    expect_eq("balance of account 2", bank.balance(2), if second { 60 } else { 0 });
}

harness::models![
    audit_during_transfers,
    audit_during_a_transfer_back,
    payments_both_ways,
    transfer_to_itself,
    insufficient_funds
];
