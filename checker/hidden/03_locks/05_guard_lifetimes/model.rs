//! Clerks and postmen in one small room.

use harness::{expect, expect_eq};
use learner::PostOffice;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Two clerks press the stamp: one after the other.
fn two_clerks_press_the_stamp() {
    let (office, pressing) = (PostOffice::new(), AtomicU32::new(0));
    let press = || {
        let others = pressing.fetch_add(1, Relaxed);
        expect_eq("others who press the stamp meanwhile", others, 0);
        pressing.fetch_sub(1, Relaxed);
    };
    harness::roles! {
        "clerk A" => office.stamp(press),
        "clerk B" => office.stamp(press)
    }
}

/// Whoever gets letter 1 writes an answer, letter 2, and posts it on the spot:
/// both letters are delivered.
fn an_answer_is_posted_at_the_door() {
    let office = PostOffice::new();
    office.post(1);
    let mut delivered = vec![];
    office.deliver_all(|letter| {
        delivered.push(letter);
        if letter == 1 {
            office.post(2);
        }
    });
    expect_eq("letters delivered", delivered, vec![1, 2]);
}

/// Two postmen deliver two letters, and a clerk posts a third: none is delivered
/// twice, and what is left after them is delivered at last.
fn two_postmen_and_a_late_letter() {
    let office = PostOffice::new();
    office.post(1);
    office.post(2);
    let (mut first, mut second) = (vec![], vec![]);
    harness::roles! {
        "postman A" => office.deliver_all(|letter| first.push(letter)),
        "postman B" => office.deliver_all(|letter| second.push(letter)),
        "clerk" => office.post(3)
    }
    let mut delivered = [first, second].concat();
    office.deliver_all(|letter| delivered.push(letter));
    delivered.sort_unstable();
    expect_eq("letters delivered, sorted", delivered, vec![1, 2, 3]);
}

/// Two clerks pay in 5 and 7: one after the other, and 12 are in the till.
fn two_clerks_at_the_till() {
    let (office, counting) = (PostOffice::new(), AtomicU32::new(0));
    let pay_in = |amount| {
        office.at_the_till(|money| {
            let others = counting.fetch_add(1, Relaxed);
            expect_eq("others who count meanwhile", others, 0);
            *money += amount;
            counting.fetch_sub(1, Relaxed);
        });
    };
    harness::roles! { "clerk A" => pay_in(5), "clerk B" => pay_in(7) }
    let mut found = 0;
    office.at_the_till(|money| found = *money);
    expect_eq("money in the till", found, 12);
}

/// Two clerks write in the book: one after the other, and both entries stand in
/// it.
fn two_clerks_write_in_the_book() {
    let (office, writing) = (PostOffice::new(), AtomicU32::new(0));
    let enter = |entry| {
        office.enter_in_book(|entries| {
            let others = writing.fetch_add(1, Relaxed);
            expect_eq("others who write meanwhile", others, 0);
            entries.push(entry);
            writing.fetch_sub(1, Relaxed);
        });
    };
    harness::roles! { "clerk A" => enter(1), "clerk B" => enter(2) }
    let mut found = vec![];
    office.enter_in_book(|entries| found.clone_from(entries));
    found.sort_unstable();
    expect_eq("entries in the book, sorted", found, vec![1, 2]);
}

/// A letter lies in each tray, and two clerks pass them on, one from 0 to 1 and
/// one from 1 to 0: both find one, and both letters are in a tray at the end.
fn letters_passed_both_ways() {
    let office = PostOffice::new();
    office.put_in(0, 10);
    office.put_in(1, 20);
    let (mut there, mut back) = (false, false);
    harness::roles! {
        "clerk A" => there = office.pass_on(0, 1),
        "clerk B" => back = office.pass_on(1, 0)
    }
    expect("a letter found in tray 0", there);
    expect("a letter found in tray 1", back);
    let mut letters = [office.tray(0), office.tray(1)].concat();
    letters.sort_unstable();
    expect_eq("letters in both trays, sorted", letters, vec![10, 20]);
}

/// Two letters lie in tray 0, and two clerks pass one on each: both letters are
/// in tray 1 at the end.
fn two_clerks_at_the_same_tray() {
    let office = PostOffice::new();
    office.put_in(0, 10);
    office.put_in(0, 20);
    let (mut first, mut second) = (false, false);
    harness::roles! {
        "clerk A" => first = office.pass_on(0, 1),
        "clerk B" => second = office.pass_on(0, 1)
    }
    expect_eq("letters found by A and by B", (first, second), (true, true));
    let mut letters = office.tray(1);
    letters.sort_unstable();
    expect_eq("letters in tray 1, sorted", letters, vec![10, 20]);
}

/// A clerk passes a letter on to the tray it came from: there it is again. From
/// an empty tray there is nothing to pass on.
fn passed_on_to_the_same_tray() {
    let office = PostOffice::new();
    office.put_in(0, 10);
    expect("a letter found in tray 0", office.pass_on(0, 0));
    expect_eq("letters in tray 0", office.tray(0), vec![10]);
    expect("no letter found in tray 1", !office.pass_on(1, 0));
}

harness::models![
    two_clerks_press_the_stamp,
    an_answer_is_posted_at_the_door,
    two_postmen_and_a_late_letter,
    two_clerks_at_the_till,
    two_clerks_write_in_the_book,
    letters_passed_both_ways,
    two_clerks_at_the_same_tray,
    passed_on_to_the_same_tray,
];
