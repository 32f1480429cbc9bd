//! Tasks of a milling machine that share a calibration table.

use harness::expect_eq;
use learner::{MAX_OWNERS, MiniArc};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// A calibration table that counts its drops.
struct Table<'a> {
    depth: u32,
    drops: &'a AtomicU32,
}

impl Drop for Table<'_> {
    fn drop(&mut self) {
        self.drops.fetch_add(1, Relaxed);
    }
}

/// Two owners read the table and let go. It is dropped once, after both have
/// read.
fn two_owners_let_go() {
    let drops = AtomicU32::new(0);
    let for_spindle = MiniArc::new(Table { depth: 12, drops: &drops });
    let for_feed = for_spindle.clone();
    harness::roles! {
        "spindle" => {
            expect_eq("depth that the spindle read", for_spindle.depth, 12);
            drop(for_spindle)
        },
        "feed" => {
            expect_eq("depth that the feed read", for_feed.depth, 12);
            drop(for_feed)
        }
    }
    expect_eq("drops of the table", drops.load(Relaxed), 1);
}

/// Three owners let go. The table is dropped once.
fn three_owners_let_go() {
    let drops = AtomicU32::new(0);
    let for_spindle = MiniArc::new(Table { depth: 12, drops: &drops });
    let (for_feed, for_display) = (for_spindle.clone(), for_spindle.clone());
    harness::roles! {
        "spindle" => drop(for_spindle),
        "feed" => drop(for_feed),
        "display" => drop(for_display)
    }
    expect_eq("drops of the table", drops.load(Relaxed), 1);
}

/// An owner makes another, lets go itself, and the other reads, while a third
/// lets go.
fn one_clones_while_one_lets_go() {
    let drops = AtomicU32::new(0);
    let for_spindle = MiniArc::new(Table { depth: 12, drops: &drops });
    let for_feed = for_spindle.clone();
    harness::roles! {
        "spindle" => {
            let again = for_spindle.clone();
            drop(for_spindle);
            expect_eq("depth that the spindle read", again.depth, 12);
            drop(again)
        },
        "feed" => drop(for_feed)
    }
    expect_eq("drops of the table", drops.load(Relaxed), 1);
}

/// Two threads make themselves owners from the same one, read, and let go. The
/// table is there until the first owner goes too.
fn two_clone_the_same_owner() {
    let drops = AtomicU32::new(0);
    let table = MiniArc::new(Table { depth: 12, drops: &drops });
    harness::roles! {
        "spindle" => expect_eq("depth that the spindle read", table.clone().depth, 12),
        "feed" => expect_eq("depth that the feed read", table.clone().depth, 12)
    }
    expect_eq("drops before the first owner goes", drops.load(Relaxed), 0);
    drop(table);
    expect_eq("drops of the table", drops.load(Relaxed), 1);
}

/// One place is left and two threads want it: one gets it, the other panics.
/// All owners let go, and the table is dropped once.
fn one_place_is_left() {
    let drops = AtomicU32::new(0);
    let table = MiniArc::new(Table { depth: 12, drops: &drops });
    let others: Vec<_> = (2..MAX_OWNERS).map(|_| table.clone()).collect();
    let become_owner = || catch_unwind(AssertUnwindSafe(|| table.clone())).ok();
    let (mut for_spindle, mut for_feed) = (None, None);
    harness::roles! {
        "spindle" => for_spindle = become_owner(),
        "feed" => for_feed = become_owner()
    }
    let got_in = u32::from(for_spindle.is_some()) + u32::from(for_feed.is_some());
    expect_eq("owners who got in", got_in, 1);
    drop((for_spindle, for_feed, others, table));
    expect_eq("drops of the table", drops.load(Relaxed), 1);
}

harness::models![
    two_owners_let_go,
    three_owners_let_go,
    one_clones_while_one_lets_go,
    two_clone_the_same_owner,
    one_place_is_left,
];
