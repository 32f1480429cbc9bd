//! More doors than a model has, one after the other.

use harness::{expect_at_least, expect_eq};
use learner::ShardedCounter;
use std::thread;

/// Through the first door comes one visitor, through the second come two, and
/// so on, one door after the other.
fn open_doors(counter: &ShardedCounter, visitors: std::ops::RangeInclusive<u32>) {
    for visitors in visitors {
        thread::scope(|scope| {
            scope.spawn(|| (0..visitors).for_each(|_| counter.enter()));
        });
    }
}

/// Four doors open one after the other, with 1, 2, 3 and 4 visitors: each has a
/// shard of its own.
fn four_shards_for_four_doors() {
    let counter = ShardedCounter::new(4);
    open_doors(&counter, 1..=4);
    let mut shards = counter.shards();
    shards.sort_unstable();
    expect_eq("counts of the shards, sorted", shards, vec![1, 2, 3, 4]);
    expect_eq("total of the sharded counter", counter.total(), 10);
}

/// Four doors have a shard each; then two more open. They share what there is:
/// the fifth door's five visitors are in one shard, and so are the sixth's six.
fn four_shards_for_six_doors() {
    let counter = ShardedCounter::new(4);
    open_doors(&counter, 1..=6);
    expect_eq("number of shards", counter.shards().len(), 4);
    expect_eq("total of the sharded counter", counter.total(), 21);
    let largest = counter.shards().into_iter().max().unwrap_or(0);
    expect_at_least("count of the fullest shard", largest, 7);
}

harness::cases![four_shards_for_four_doors, four_shards_for_six_doors];
