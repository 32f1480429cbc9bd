//! The evening report of a shop.

use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::Hash;

/// What is left of the stock after all sales.
pub fn stock_left(stock: i64, sales: impl ParallelIterator<Item = i64>) -> i64 {
    // The stock stands outside and is there once. Not `reduce(|| stock, …)`: each
    // piece begins with what the closure returns, so the stock would be there as
    // often as there are pieces. And not `reduce(|| 0, |left, sold| left - sold)`:
    // 10 - (5 - 3) is not (10 - 5) - 3. Sales are added, and subtracted once.
    stock - sales.sum::<i64>()
}

/// The mean of all prices, if there are any.
pub fn mean_price(prices: impl ParallelIterator<Item = u32>) -> Option<f64> {
    // A mean has forgotten of how many prices it is the mean, so two means cannot
    // be put together. A sum and a count can: (0, 0) is their identity.
    let pairs = prices.map(|price| (u64::from(price), 1));
    let (sum, count) = pairs.reduce(|| (0, 0), |one, other| (one.0 + other.0, one.1 + other.1));
    (count > 0).then(|| sum as f64 / f64::from(count))
}

/// The index and number of what was sold most often, the first of several.
pub fn best_seller(sold: impl IndexedParallelIterator<Item = u32>) -> Option<(usize, u32)> {
    // The order says by itself which of several is wanted: more sold is greater,
    // and of equals the smaller index. No two items are equal then, so it does not
    // matter which two are compared first. `max_by_key(|item| item.1)` leaves open
    // which of equals it returns.
    sold.enumerate().max_by_key(|&(index, sold)| (sold, Reverse(index)))
}

/// How often each word occurs.
pub fn word_counts<W: Ord + Hash + Clone + Send + Sync>(
    words: impl ParallelIterator<Item = W>,
) -> BTreeMap<W, u64> {
    // Each piece has a map of its own, and an empty map is an identity: it may be
    // made as often as there are pieces. Not one map in a `Mutex`: the threads
    // would take turns at every word, which is slower than a single thread.
    let count = |mut counts: BTreeMap<W, u64>, word| {
        *counts.entry(word).or_insert(0) += 1;
        counts
    };
    words.fold(BTreeMap::new, count).reduce(BTreeMap::new, merged)
}

/// Both counts of each word.
fn merged<W: Ord>(mut one: BTreeMap<W, u64>, other: BTreeMap<W, u64>) -> BTreeMap<W, u64> {
    for (word, count) in other {
        *one.entry(word).or_insert(0) += count;
    }
    one
}
