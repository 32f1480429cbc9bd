//! Wardens at the doors, and a display in the hall.

use harness::{expect, expect_at_most, expect_eq};
use learner::{AtomicCounter, LockedCounter, ShardedCounter};

/// The atomic counter, two doors, three visitors: all are counted.
fn atomic_at_two_doors() {
    let counter = AtomicCounter::new();
    harness::roles! {
        "north door" => counter.enter(),
        "south door" => { counter.enter(); counter.enter() }
    }
    expect_eq("total of the atomic counter", counter.total(), 3);
}

/// The counter with a lock, two doors, three visitors: all are counted.
fn locked_at_two_doors() {
    let counter = LockedCounter::new();
    harness::roles! {
        "north door" => counter.enter(),
        "south door" => { counter.enter(); counter.enter() }
    }
    expect_eq("total of the locked counter", counter.total(), 3);
}

/// Two shards for two doors: each door has a shard of its own, with one
/// visitor in one and two in the other.
fn two_shards_for_two_doors() {
    let counter = ShardedCounter::new(2);
    harness::roles! {
        "north door" => counter.enter(),
        "south door" => { counter.enter(); counter.enter() }
    }
    expect_eq("total of the sharded counter", counter.total(), 3);
    let mut shards = counter.shards();
    shards.sort_unstable();
    expect_eq("counts of the shards, sorted", shards, vec![1, 2]);
}

/// Two shards for three doors: two doors share one, and no visitor is lost.
fn two_shards_for_three_doors() {
    let counter = ShardedCounter::new(2);
    harness::roles! {
        "north door" => counter.enter(),
        "south door" => counter.enter(),
        "east door" => counter.enter()
    }
    expect_eq("total of the sharded counter", counter.total(), 3);
}

/// A single shard for two doors: they share it, and no visitor is lost.
fn one_shard_for_two_doors() {
    let counter = ShardedCounter::new(1);
    harness::roles! {
        "north door" => counter.enter(),
        "south door" => counter.enter()
    }
    expect_eq("counts of the shards", counter.shards(), vec![2]);
}

/// The display looks twice at the atomic counter while two visitors enter: the
/// number does not fall, and is not above the visitors there were.
fn display_of_the_atomic_counter() {
    let counter = AtomicCounter::new();
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "door" => { counter.enter(); counter.enter() },
        "display" => { first = counter.total(); second = counter.total() }
    }
    expect("a number of visitors that never falls", first <= second);
    expect_at_most("visitors on the display", second, 2);
}

/// The display looks twice at the counter with a lock while two visitors enter:
/// the number does not fall, and is not above the visitors there were.
fn display_of_the_locked_counter() {
    let counter = LockedCounter::new();
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "door" => { counter.enter(); counter.enter() },
        "display" => { first = counter.total(); second = counter.total() }
    }
    expect("a number of visitors that never falls", first <= second);
    expect_at_most("visitors on the display", second, 2);
}

/// The display looks twice at two shards while a visitor comes through each of
/// two doors: the number does not fall, and is not above the visitors there
/// were.
fn display_of_the_sharded_counter() {
    let counter = ShardedCounter::new(2);
    let (mut first, mut second) = (0, 0);
    harness::roles! {
        "north door" => counter.enter(),
        "south door" => counter.enter(),
        "display" => { first = counter.total(); second = counter.total() }
    }
    expect("a number of visitors that never falls", first <= second);
    expect_at_most("visitors on the display", second, 2);
}

harness::models![
    atomic_at_two_doors,
    locked_at_two_doors,
    two_shards_for_two_doors,
    two_shards_for_three_doors,
    one_shard_for_two_doors,
    display_of_the_atomic_counter,
    display_of_the_locked_counter,
    display_of_the_sharded_counter,
];
