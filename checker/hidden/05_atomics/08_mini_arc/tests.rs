//! Tables on real threads, and how often they are dropped.

use harness::{expect, expect_eq};
use learner::{MAX_OWNERS, MiniArc};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

/// A value that counts its drops. It can neither be cloned nor compared.
struct Table<'a> {
    number: u32,
    drops: &'a AtomicUsize,
}

impl Drop for Table<'_> {
    fn drop(&mut self) {
        self.drops.fetch_add(1, SeqCst);
    }
}

/// One owner, then three, which let go in every order: the value is there until
/// the last one goes, and is then dropped once.
fn owners_go_in_any_order() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let drops = AtomicUsize::new(0);
        let first = MiniArc::new(Table { number: 7, drops: &drops });
        let (second, third) = (first.clone(), first.clone());
        let mut owners = [Some(first), Some(second), Some(third)];
        for (gone, owner) in order.into_iter().enumerate() {
            let table = owners[owner].take().expect("each goes once");
            expect_eq("number in the table", table.number, 7);
            expect_eq("drops while there are owners", drops.load(SeqCst), 0);
            drop(table);
            expect_eq("drops after this owner left", drops.load(SeqCst), usize::from(gone == 2));
        }
    }
}

/// All owners find the value at the same address.
fn owners_share_one_value() {
    let first = MiniArc::new([1_u8, 2, 3]);
    let second = first.clone();
    expect("one address for both owners", ptr::eq(&*first, &*second));
    expect_eq("value of the second owner", *second, [1, 2, 3]);
    let nothing = MiniArc::new(());
    expect_eq("a value of no size", *nothing.clone(), ());
}

/// What a clone panics with, or nothing if it does not panic.
fn panic_of_a_clone<T>(owner: &MiniArc<T>) -> Option<String> {
    let payload = catch_unwind(AssertUnwindSafe(|| owner.clone())).err()?;
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
}

/// There are `MAX_OWNERS` owners. One more is refused, twice; then one leaves,
/// and another may come. When everybody has left the value is dropped, once.
fn one_owner_too_many() {
    expect_eq("MAX_OWNERS", MAX_OWNERS, 4);
    let drops = AtomicUsize::new(0);
    let first = MiniArc::new(Table { number: 1, drops: &drops });
    let mut owners: Vec<_> = (1..MAX_OWNERS).map(|_| first.clone()).collect();
    for _ in 0..2 {
        let wanted = Some("too many owners".to_owned());
        expect_eq("panic of a clone too many", panic_of_a_clone(&first), wanted);
    }
    owners.pop();
    owners.push(first.clone());
    drop(owners);
    expect_eq("drops while one owner is left", drops.load(SeqCst), 0);
    drop(first);
    expect_eq("drops after everybody left", drops.load(SeqCst), 1);
}

/// Two thousand values of 64 KiB are made and dropped, one after the other. There
/// is memory for a thousand of them.
fn memory_is_given_back() {
    for _ in 0..2000 {
        let first = MiniArc::new([7_u8; 1 << 16]);
        let second = first.clone();
        drop(first);
        expect_eq("last byte of the value", second[(1 << 16) - 1], 7);
    }
}

/// The last owner is on another thread than the one that made the value.
fn last_owner_elsewhere() {
    let drops = AtomicUsize::new(0);
    let here = MiniArc::new(Table { number: 3, drops: &drops });
    thread::scope(|scope| {
        let there = here.clone();
        drop(here);
        scope.spawn(move || expect_eq("number seen elsewhere", there.number, 3));
    });
    expect_eq("drops after everybody left", drops.load(SeqCst), 1);
}

harness::cases![
    owners_go_in_any_order,
    owners_share_one_value,
    one_owner_too_many,
    last_owner_elsewhere,
    memory_is_given_back,
];
